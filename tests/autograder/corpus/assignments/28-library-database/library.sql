CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER, shelf TEXT);
CREATE TABLE loan (book INTEGER REFERENCES book(id), reader TEXT, days INTEGER);
INSERT INTO book VALUES (1, 'Tides', 1987, 'A'), (2, 'Maps', 2001, 'A'), (3, 'Bridges', 2015, 'B'),
  (4, 'Clocks', 1999, 'B'), (5, 'Salt', 2019, 'C');
INSERT INTO loan VALUES (1, 'Ana', 14), (1, 'Ben', 7), (3, 'Ana', 30), (4, 'Cleo', 3), (1, 'Cleo', 21);
