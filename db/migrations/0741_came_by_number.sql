-- apart: a return that is imported asks for what came of its children before.
create index concurrently if not exists came_number on returns.came (number);
