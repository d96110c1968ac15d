CREATE TABLE sylius_currency (id int, code varchar(3));
CREATE TABLE sylius_channel (id int, code varchar(255), hostname varchar(255), base_currency_id int);
CREATE TABLE sylius_product (id int, code varchar(255), enabled tinyint);
CREATE TABLE sylius_product_channels (product_id int, channel_id int);
CREATE TABLE sylius_product_translation (translatable_id int, locale varchar(255), name varchar(255), slug varchar(255), description longtext);
CREATE TABLE sylius_product_variant (id int, product_id int, code varchar(255), on_hold int, on_hand int, tracked tinyint, enabled tinyint);
CREATE TABLE sylius_product_variant_translation (translatable_id int, locale varchar(255), name varchar(255));
CREATE TABLE sylius_channel_pricing (product_variant_id int, channel_code varchar(255), price int, original_price int);
CREATE TABLE sylius_customer (id int, email varchar(255), first_name varchar(255), last_name varchar(255));
CREATE TABLE sylius_order (id int, number varchar(255), state varchar(255), payment_state varchar(255), shipping_state varchar(255), total int, currency_code varchar(3), customer_id int, checkout_completed_at datetime, updated_at datetime);
CREATE TABLE sylius_order_item (id int, order_id int, variant_id int, quantity int, unit_price int, product_name varchar(255), variant_name varchar(255));
INSERT INTO sylius_currency VALUES (1,'EUR');
INSERT INTO sylius_channel VALUES (1,'default','shop.example',1);
INSERT INTO sylius_product VALUES (1,'1',1),(2,'off',0);
INSERT INTO sylius_product_channels VALUES (1,1),(2,1);
INSERT INTO sylius_product_translation VALUES (1,'en_US','Tee','tee','A tee.'),(1,'de_DE','Hemd','hemd',''),(2,'en_US','Off','off','');
INSERT INTO sylius_product_variant VALUES (11,1,'11',1,4,1,1),(12,1,'12',0,0,1,1),(13,1,'13',0,9,1,0),(21,2,'21',0,1,1,1);
INSERT INTO sylius_product_variant_translation VALUES (11,'en_US','S'),(12,'en_US','M');
INSERT INTO sylius_channel_pricing VALUES (11,'default',1999,2500),(12,'default',2149,NULL),(13,'default',1,NULL),(21,'default',1,NULL);
INSERT INTO sylius_customer VALUES (7,'ada@shop.example','Ada','L');
INSERT INTO sylius_order VALUES
  (1,'000001','fulfilled','paid','shipped',4148,'EUR',7,'2024-05-01 08:00:00','2024-05-01 08:00:00'),
  (2,'000002','new','paid','ready',1449,'EUR',7,'2024-05-02 08:00:00',NULL),
  (3,'000003','cancelled','cancelled','cancelled',10000,'EUR',7,'2024-05-03 08:00:00','2024-05-03 08:00:00'),
  (4,'000004','new','awaiting_payment','ready',10000,'EUR',7,'2024-05-03 08:00:00','2024-05-03 08:00:00'),
  (5,NULL,'cart','cart','cart',10000,'EUR',7,NULL,'2024-05-03 08:00:00');
INSERT INTO sylius_order_item VALUES (1,1,11,1,1999,'Tee','S'),(2,1,12,1,2149,'Tee','M'),(3,2,11,1,1449,'Tee','S'),(4,3,11,5,2000,'Tee','S');
