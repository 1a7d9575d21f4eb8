-- What the department publishes of every authority, beside which a council reads its own year. About no person: numbers of authorities, and which is like which.
create table returns.published (
  measure text not null, year int not null, area text not null, name text not null, value numeric not null,
  primary key (measure, year, area)
);
create table returns.neighbour (area text not null, neighbour text not null, place int not null, primary key (area, neighbour));
grant select on returns.published, returns.neighbour to kith_app;
