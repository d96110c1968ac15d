CREATE TABLE wp_options (option_name varchar(191), option_value longtext);
CREATE TABLE wp_posts (ID bigint unsigned PRIMARY KEY, post_title text, post_excerpt text, post_name varchar(200), post_type varchar(20), post_status varchar(20), post_parent bigint unsigned DEFAULT 0, post_date_gmt datetime DEFAULT '2024-01-01', post_modified_gmt datetime DEFAULT '2024-01-01');
CREATE TABLE wp_postmeta (meta_id bigint unsigned AUTO_INCREMENT PRIMARY KEY, post_id bigint unsigned, meta_key varchar(255), meta_value longtext);
CREATE TABLE wp_wc_product_meta_lookup (product_id bigint PRIMARY KEY, sku varchar(100), min_price decimal(19,4), max_price decimal(19,4), stock_quantity double, stock_status varchar(100));
CREATE TABLE wp_wc_orders (id bigint unsigned PRIMARY KEY, status varchar(20), currency varchar(10), type varchar(20), total_amount decimal(26,8), customer_id bigint unsigned, billing_email varchar(320), date_created_gmt datetime, date_updated_gmt datetime, parent_order_id bigint unsigned DEFAULT 0);
CREATE TABLE wp_wc_order_addresses (order_id bigint unsigned, address_type varchar(20), first_name text, last_name text);
CREATE TABLE wp_woocommerce_order_items (order_item_id bigint unsigned PRIMARY KEY, order_item_name text, order_item_type varchar(200), order_id bigint unsigned);
CREATE TABLE wp_woocommerce_order_itemmeta (order_item_id bigint unsigned, meta_key varchar(255), meta_value longtext);
INSERT INTO wp_options VALUES ('home','https://shop.example'),('woocommerce_currency','EUR');
INSERT INTO wp_posts (ID,post_title,post_excerpt,post_name,post_type,post_status,post_parent) VALUES
  (1,'Tee','A tee.','tee','product','publish',0),(11,'Tee - S','Size: S','tee-s','product_variation','publish',1),
  (12,'Tee - M','Size: M','tee-m','product_variation','publish',1),(2,'Cap','','cap','product','publish',0),
  (3,'Draft','','draft','product','draft',0),(90,'picture','','picture','attachment','inherit',0);
INSERT INTO wp_wc_product_meta_lookup VALUES (1,'',19.99,21.49,NULL,'instock'),(11,'TEE-S',19.99,19.99,3,'instock'),(12,'TEE-M',21.49,21.49,0,'outofstock'),(2,'CAP',9.5,9.5,0,'outofstock'),(3,'',1,1,NULL,'instock');
INSERT INTO wp_postmeta (post_id,meta_key,meta_value) VALUES (2,'_regular_price','12'),(2,'_thumbnail_id','90'),(90,'_wp_attached_file','2024/05/cap.png');
INSERT INTO wp_wc_orders VALUES
  (101,'wc-completed','EUR','shop_order',41.48,7,'ada@shop.example','2024-05-01 08:00:00','2024-05-01 08:00:00',0),
  (102,'wc-processing','EUR','shop_order',19.99,7,'Ada@shop.example','2024-05-02 08:00:00','2024-05-02 08:00:00',0),
  (103,'wc-cancelled','EUR','shop_order',100,7,'ada@shop.example','2024-05-03 08:00:00','2024-05-03 08:00:00',0),
  (104,'wc-pending','EUR','shop_order',100,7,'ada@shop.example','2024-05-03 08:00:00','2024-05-03 08:00:00',0),
  (105,NULL,'EUR','shop_order_refund',-5.50,0,NULL,'2024-05-04 08:00:00','2024-05-04 08:00:00',102);
INSERT INTO wp_wc_order_addresses VALUES (101,'billing','Ada','L'),(101,'shipping','Other','Name'),(102,'billing','Ada','L'),(103,'billing','Ada','L');
INSERT INTO wp_posts (ID,post_type,post_status,post_parent,post_date_gmt,post_modified_gmt) VALUES
  (201,'shop_order','wc-completed',0,'2024-05-01 08:00:00','2024-05-01 08:00:00'),
  (202,'shop_order','wc-processing',0,'2024-05-02 08:00:00','2024-05-02 08:00:00'),
  (203,'shop_order','wc-cancelled',0,'2024-05-03 08:00:00','2024-05-03 08:00:00'),
  (204,'shop_order','wc-pending',0,'2024-05-03 08:00:00','2024-05-03 08:00:00'),
  (205,'shop_order_refund','wc-completed',202,'2024-05-04 08:00:00','2024-05-04 08:00:00');
INSERT INTO wp_postmeta (post_id,meta_key,meta_value) VALUES
  (201,'_order_total','41.48'),(201,'_order_currency','EUR'),(201,'_billing_email','ada@shop.example'),(201,'_billing_first_name','Ada'),(201,'_billing_last_name','L'),(201,'_customer_user','7'),
  (202,'_order_total','19.99'),(202,'_order_currency','EUR'),(202,'_billing_email','Ada@shop.example'),(202,'_billing_first_name','Ada'),(202,'_billing_last_name','L'),(202,'_customer_user','7'),
  (203,'_order_total','100.00'),(203,'_order_currency','EUR'),(203,'_billing_email','ada@shop.example'),(203,'_billing_first_name','Ada'),(203,'_billing_last_name','L'),(203,'_customer_user','7'),
  (204,'_order_total','100.00'),(204,'_order_currency','EUR'),(204,'_billing_email','ada@shop.example'),
  (205,'_refund_amount','5.50');
INSERT INTO wp_woocommerce_order_items VALUES (1,'Tee - S','line_item',101),(2,'Tee - M','line_item',101),(3,'Shipping','shipping',101),(4,'Tee - S','line_item',102),(5,'Tee - S','line_item',103),
  (6,'Tee - S','line_item',201),(7,'Tee - M','line_item',201),(8,'Tee - S','line_item',202),(9,'Tee - S','line_item',203);
INSERT INTO wp_woocommerce_order_itemmeta
  SELECT order_item_id, '_product_id', '1' FROM wp_woocommerce_order_items WHERE order_item_type = 'line_item' UNION ALL
  SELECT order_item_id, '_variation_id', IF(order_item_name LIKE '%M', '12', '11') FROM wp_woocommerce_order_items WHERE order_item_type = 'line_item' UNION ALL
  SELECT order_item_id, '_qty', IF(order_id IN (103, 203), '5', '1') FROM wp_woocommerce_order_items WHERE order_item_type = 'line_item' UNION ALL
  SELECT order_item_id, '_line_total', IF(order_id IN (103, 203), '100', IF(order_item_name LIKE '%M', '21.49', '19.99')) FROM wp_woocommerce_order_items WHERE order_item_type = 'line_item';
