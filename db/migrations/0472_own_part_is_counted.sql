-- An owner who is no superuser counts every table through the gate's role when a backup is taken: the worker's own part of a supervision too. No gate function reads it.
grant select on supervision.own_part to kith_gate;
