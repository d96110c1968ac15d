CREATE TABLE products (id int PRIMARY KEY, name text, description text, image_url text, slug text, price numeric(10,2), currency text, active boolean);
CREATE TABLE variants (id int PRIMARY KEY, product_id int, name text, sku text, price numeric(10,2), stock int);
CREATE TABLE customers (id int PRIMARY KEY, email text, first_name text, last_name text);
CREATE TABLE orders (id int PRIMARY KEY, number text, customer_id int, status text, total numeric(10,2), refunded numeric(10,2) DEFAULT 0, currency text, created_at timestamptz, updated_at timestamptz);
CREATE TABLE order_lines (id int PRIMARY KEY, order_id int, product_id int, variant_id int, name text, quantity int, price numeric(10,2));
INSERT INTO products VALUES (1,'Tee','A tee.','https://shop.example/tee.png','tee',19.99,'EUR',true),(2,'Hidden',NULL,NULL,'hidden',5,'EUR',false);
INSERT INTO variants VALUES (11,1,'S','TEE-S',19.99,3),(12,1,'M','TEE-M',21.49,0);
INSERT INTO customers VALUES (1,'ada@shop.example','Ada','L');
INSERT INTO orders VALUES
  (1,'#1',1,'shipped',41.48,0,'EUR','2024-05-01 10:00+02','2024-05-01 10:00+02'),
  (2,'#2',1,'paid',19.99,5.50,'EUR','2024-05-02 10:00+02','2024-05-02 10:00+02'),
  (3,'#3',1,'cancelled',100,0,'EUR','2024-05-03 10:00+02','2024-05-03 10:00+02'),
  (4,'#4',1,'open',100,0,'EUR','2024-05-03 10:00+02','2024-05-03 10:00+02');
INSERT INTO order_lines VALUES (1,1,1,11,'Tee',1,19.99),(2,1,1,12,'Tee',1,21.49),(3,2,1,11,'Tee',1,19.99),(4,3,1,11,'Tee',5,20);
