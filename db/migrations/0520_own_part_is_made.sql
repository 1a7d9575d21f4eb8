-- The loader of the demonstration council writes as the gate's role, of a supervision the worker's own part too. No gate function writes it.
grant insert on supervision.own_part to kith_gate;
