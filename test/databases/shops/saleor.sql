CREATE TABLE channel_channel (id int PRIMARY KEY, slug text, currency_code text);
CREATE TABLE product_product (id int PRIMARY KEY, name text, slug text, description_plaintext text);
CREATE TABLE product_productvariant (id int PRIMARY KEY, product_id int, name text, sku text, track_inventory boolean);
CREATE TABLE product_productvariantchannellisting (variant_id int, channel_id int, price_amount numeric(20,3), prior_price_amount numeric(20,3));
CREATE TABLE product_productchannellisting (product_id int, channel_id int, is_published boolean);
CREATE TABLE warehouse_stock (product_variant_id int, quantity int, quantity_allocated int);
CREATE TABLE account_user (id int PRIMARY KEY, first_name text, last_name text);
CREATE TABLE order_order (id uuid PRIMARY KEY, number int, status text, charge_status text, created_at timestamptz, updated_at timestamptz, user_email text, user_id int, currency text, total_gross_amount numeric(20,3));
CREATE TABLE order_orderline (id uuid, order_id uuid, variant_id int, product_name text, variant_name text, product_sku text, quantity int, unit_price_gross_amount numeric(20,3));
CREATE TABLE order_ordergrantedrefund (order_id uuid, amount_value numeric(20,3), status text);
INSERT INTO channel_channel VALUES (1,'default-channel','EUR'),(2,'other','USD');
INSERT INTO product_product VALUES (1,'Tee','tee','A tee.'),(2,'Hidden','hidden','');
INSERT INTO product_productvariant VALUES (11,1,'S','TEE-S',true),(12,1,'M','TEE-M',true),(21,2,'','H',true);
INSERT INTO product_productvariantchannellisting VALUES (11,1,19.99,25),(12,1,21.49,NULL),(11,2,30,NULL),(21,1,1,NULL);
INSERT INTO product_productchannellisting VALUES (1,1,true),(2,1,false);
INSERT INTO warehouse_stock VALUES (11,2,0),(11,2,1),(12,1,1);
INSERT INTO account_user VALUES (7,'Ada','L');
INSERT INTO order_order VALUES
  ('00000000-0000-4000-8000-000000000001',1,'fulfilled','full','2024-05-01 08:00Z','2024-05-01 08:00Z','ada@shop.example',7,'EUR',41.48),
  ('00000000-0000-4000-8000-000000000002',2,'unfulfilled','full','2024-05-02 08:00Z','2024-05-02 08:00Z','Ada@shop.example',7,'EUR',19.99),
  ('00000000-0000-4000-8000-000000000003',3,'canceled','none','2024-05-03 08:00Z','2024-05-03 08:00Z','ada@shop.example',7,'EUR',100),
  ('00000000-0000-4000-8000-000000000004',4,'unfulfilled','none','2024-05-03 08:00Z','2024-05-03 08:00Z','ada@shop.example',7,'EUR',100);
INSERT INTO order_ordergrantedrefund VALUES ('00000000-0000-4000-8000-000000000002',5.5,'success'),('00000000-0000-4000-8000-000000000002',9,'none');
INSERT INTO order_orderline SELECT gen_random_uuid(), ('00000000-0000-4000-8000-00000000000' || o)::uuid, v, 'Tee', n, s, q, p FROM (VALUES
  (1,11,'S','TEE-S',1,19.99),(1,12,'M','TEE-M',1,21.49),(2,11,'S','TEE-S',1,19.99),(3,11,'S','TEE-S',5,20)) AS t(o,v,n,s,q,p);
