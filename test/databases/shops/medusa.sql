CREATE TABLE product (id text PRIMARY KEY, title text, description text, handle text, thumbnail text, status text, deleted_at timestamptz);
CREATE TABLE product_variant (id text PRIMARY KEY, product_id text, title text, sku text, manage_inventory boolean, deleted_at timestamptz);
CREATE TABLE product_variant_price_set (variant_id text, price_set_id text, deleted_at timestamptz);
CREATE TABLE price (id text, price_set_id text, currency_code text, amount numeric, price_list_id text, rules_count int, deleted_at timestamptz);
CREATE TABLE product_variant_inventory_item (variant_id text, inventory_item_id text, deleted_at timestamptz);
CREATE TABLE inventory_level (inventory_item_id text, stocked_quantity numeric, reserved_quantity numeric, deleted_at timestamptz);
CREATE TABLE "order" (id text PRIMARY KEY, display_id int, version int, status text, email text, customer_id text, currency_code text, is_draft_order boolean, created_at timestamptz, updated_at timestamptz, canceled_at timestamptz, deleted_at timestamptz);
CREATE TABLE order_summary (order_id text, version int, totals jsonb, deleted_at timestamptz);
CREATE TABLE order_line_item (id text PRIMARY KEY, title text, product_id text, variant_id text, variant_sku text, unit_price numeric);
CREATE TABLE order_item (order_id text, version int, item_id text, quantity numeric);
INSERT INTO product VALUES ('1','Tee','A tee.','tee','https://shop.example/tee.png','published',NULL),('2','Draft',NULL,'draft',NULL,'draft',NULL);
INSERT INTO product_variant VALUES ('11','1','S','TEE-S',true,NULL),('12','1','M','TEE-M',true,NULL),('13','1','Gone','TEE-L',true,now()),('21','2','One','D',false,NULL);
INSERT INTO product_variant_price_set VALUES ('11','a',NULL),('12','b',NULL),('13','c',NULL),('21','d',NULL);
INSERT INTO price VALUES ('1','a','eur',19.99,NULL,0,NULL),('2','a','usd',25,NULL,0,NULL),('3','b','eur',21.49,NULL,0,NULL),('4','b','eur',1,'sale',0,NULL),('5','c','eur',1,NULL,0,NULL),('6','d','eur',1,NULL,0,NULL);
INSERT INTO product_variant_inventory_item VALUES ('11','i11',NULL),('12','i12',NULL);
INSERT INTO inventory_level VALUES ('i11',4,1,NULL),('i12',2,2,NULL);
INSERT INTO "order" VALUES
  ('1',1,2,'completed','ada@shop.example','7','eur',false,'2024-05-01 08:00Z','2024-05-01 08:00Z',NULL,NULL),
  ('2',2,1,'pending','Ada@shop.example','7','eur',false,'2024-05-02 08:00Z','2024-05-02 08:00Z',NULL,NULL),
  ('3',3,1,'canceled','ada@shop.example','7','eur',false,'2024-05-03 08:00Z','2024-05-03 08:00Z','2024-05-03 09:00Z',NULL),
  ('4',4,1,'pending','ada@shop.example','7','eur',false,'2024-05-03 08:00Z','2024-05-03 08:00Z',NULL,NULL);
INSERT INTO order_summary VALUES ('1',1,'{"current_order_total": 1, "paid_total": 1}',NULL),('1',2,'{"current_order_total": 41.48, "paid_total": 41.48, "refunded_total": 0}',NULL),
  ('2',1,'{"current_order_total": 19.99, "paid_total": 19.99, "refunded_total": 5.5}',NULL),('3',1,'{"current_order_total": 100, "paid_total": 0}',NULL),('4',1,'{"current_order_total": 100, "paid_total": 0}',NULL);
INSERT INTO order_line_item VALUES ('l1','Tee','1','11','TEE-S',19.99),('l2','Tee','1','12','TEE-M',21.49),('l3','Tee','1','11','TEE-S',19.99),('l4','Tee','1','11','TEE-S',20);
INSERT INTO order_item VALUES ('1',1,'l1',9),('1',2,'l1',1),('1',2,'l2',1),('2',1,'l3',1),('3',1,'l4',5);
