-- What was published of authorities is part of a backup, as every table is.
grant select on returns.published, returns.neighbour to kith_backup;
