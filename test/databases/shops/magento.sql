CREATE TABLE eav_attribute (attribute_id int PRIMARY KEY, attribute_code varchar(255));
CREATE TABLE catalog_product_entity (entity_id int PRIMARY KEY, type_id varchar(32), sku varchar(64));
CREATE TABLE catalog_product_entity_varchar (attribute_id int, store_id int, entity_id int, value varchar(255));
CREATE TABLE catalog_product_entity_int (attribute_id int, store_id int, entity_id int, value int);
CREATE TABLE catalog_product_index_price (entity_id int, customer_group_id int, website_id int, price decimal(20,6), final_price decimal(20,6), min_price decimal(20,6));
CREATE TABLE catalog_product_super_link (product_id int, parent_id int);
CREATE TABLE cataloginventory_stock_item (product_id int, stock_id int, qty decimal(12,4), is_in_stock smallint);
CREATE TABLE core_config_data (scope varchar(8), path varchar(255), value text);
CREATE TABLE sales_order (entity_id int PRIMARY KEY, increment_id varchar(50), state varchar(32), grand_total decimal(20,4), total_refunded decimal(20,4), order_currency_code varchar(3), customer_email varchar(128), customer_id int, customer_firstname varchar(128), customer_lastname varchar(128), created_at timestamp NULL, updated_at timestamp NULL);
CREATE TABLE sales_order_item (item_id int PRIMARY KEY, order_id int, parent_item_id int, product_id int, product_type varchar(255), sku varchar(255), name varchar(255), qty_ordered decimal(12,4), price decimal(12,4));
INSERT INTO eav_attribute VALUES (73,'name'),(119,'url_key'),(87,'image'),(97,'status'),(99,'visibility');
INSERT INTO core_config_data VALUES ('default','web/secure/base_url','https://shop.example/'),('default','currency/options/base','EUR');
INSERT INTO catalog_product_entity VALUES (1,'configurable','TEE'),(11,'simple','TEE-S'),(12,'simple','TEE-M'),(2,'simple','CAP'),(3,'simple','OFF');
INSERT INTO catalog_product_entity_varchar VALUES (73,0,1,'Tee'),(119,0,1,'tee'),(87,0,1,'/t/e/tee.png'),(73,0,11,'Tee S'),(73,0,12,'Tee M'),(73,0,2,'Cap'),(119,0,2,'cap'),(87,0,2,'no_selection'),(73,0,3,'Off'),(73,1,2,'Kappe');
INSERT INTO catalog_product_entity_int VALUES (97,0,1,1),(99,0,1,4),(97,0,11,1),(99,0,11,1),(97,0,12,1),(99,0,12,1),(97,0,2,1),(99,0,2,4),(97,0,3,2),(99,0,3,4);
INSERT INTO catalog_product_index_price VALUES (1,0,1,0,0,19.99),(11,0,1,19.99,19.99,19.99),(12,0,1,21.49,21.49,21.49),(2,0,1,12,9.5,9.5),(2,1,1,12,8,8),(3,0,1,1,1,1);
INSERT INTO catalog_product_super_link VALUES (11,1),(12,1);
INSERT INTO cataloginventory_stock_item VALUES (1,1,0,1),(11,1,3,1),(12,1,0,0),(2,1,-2,0),(3,1,9,1);
INSERT INTO sales_order VALUES
  (1,'000000001','complete',41.48,NULL,'EUR','ada@shop.example',7,'Ada','L','2024-05-01 08:00:00','2024-05-01 08:00:00'),
  (2,'000000002','processing',19.99,5.5,'EUR','Ada@shop.example',7,'Ada','L','2024-05-02 08:00:00','2024-05-02 08:00:00'),
  (3,'000000003','canceled',100,NULL,'EUR','ada@shop.example',7,'Ada','L','2024-05-03 08:00:00','2024-05-03 08:00:00'),
  (4,'000000004','pending_payment',100,NULL,'EUR','ada@shop.example',7,'Ada','L','2024-05-03 08:00:00','2024-05-03 08:00:00');
INSERT INTO sales_order_item VALUES (1,1,NULL,1,'configurable','TEE-S','Tee',1,19.99),(2,1,1,11,'simple','TEE-S','Tee S',1,0),(3,1,NULL,1,'configurable','TEE-M','Tee',1,21.49),(4,1,3,12,'simple','TEE-M','Tee M',1,0),(5,2,NULL,2,'simple','CAP','Cap',1,19.99),(6,3,NULL,2,'simple','CAP','Cap',5,20);
