-- What files come in as: a list that several migrations of one time each added to.

alter table exchange.import drop constraint import_format_check;
alter table exchange.import add constraint import_format_check check (format in ('cin', 'ssda903', 'annexA', 'csv', 'transfer')) not valid;
alter table exchange.import validate constraint import_format_check;
