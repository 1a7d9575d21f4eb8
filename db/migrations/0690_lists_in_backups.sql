-- A backup of a database that DATABASE_URL names reads every table by its own role.
grant select on returns.given_list, returns.provider, returns.postcode, returns.region to kith_backup;
