package com.ecamazon.contract.shop;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.NOTIFICATION;
import static com.ecamazon.contract.Domain.PAYMENT;
import static com.ecamazon.contract.Domain.SHOP;
import static com.ecamazon.contract.Domain.STOCK;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.FINANCE;
import static com.ecamazon.contract.Role.MERCHANDISER;
import static com.ecamazon.contract.Role.SUPPORT;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.auditor.CatalogueFacts;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.OrderFacts;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.operations.OperationsContract;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.shop.Carts.AddCode;
import com.ecamazon.contract.shop.Carts.AddLine;
import com.ecamazon.contract.shop.Carts.Cart;
import com.ecamazon.contract.shop.Carts.CartDeleted;
import com.ecamazon.contract.shop.Carts.CartQuery;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.ChangeLine;
import com.ecamazon.contract.shop.Carts.CreateCart;
import com.ecamazon.contract.shop.Carts.DeleteCart;
import com.ecamazon.contract.shop.Carts.DeliveryOptions;
import com.ecamazon.contract.shop.Carts.DeliveryOptionsQuery;
import com.ecamazon.contract.shop.Carts.RemoveCode;
import com.ecamazon.contract.shop.Carts.RemoveLine;
import com.ecamazon.contract.shop.Catalogue.CatalogueChanged;
import com.ecamazon.contract.shop.Catalogue.Categories;
import com.ecamazon.contract.shop.Catalogue.CategoriesQuery;
import com.ecamazon.contract.shop.Catalogue.CategoryImageQuery;
import com.ecamazon.contract.shop.Catalogue.DeleteProduct;
import com.ecamazon.contract.shop.Catalogue.Image;
import com.ecamazon.contract.shop.Catalogue.ImageQuery;
import com.ecamazon.contract.shop.Catalogue.ImportCategories;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.Imported;
import com.ecamazon.contract.shop.Catalogue.Product;
import com.ecamazon.contract.shop.Catalogue.ProductDeleted;
import com.ecamazon.contract.shop.Catalogue.ProductNews;
import com.ecamazon.contract.shop.Catalogue.ProductPage;
import com.ecamazon.contract.shop.Catalogue.ProductQuery;
import com.ecamazon.contract.shop.Catalogue.ProductReply;
import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.PutProduct;
import com.ecamazon.contract.shop.Catalogue.Recommendations;
import com.ecamazon.contract.shop.Catalogue.RecommendationsQuery;
import com.ecamazon.contract.shop.Orders.CancelOrder;
import com.ecamazon.contract.shop.Orders.CancelReply;
import com.ecamazon.contract.shop.Orders.Order;
import com.ecamazon.contract.shop.Orders.OrderChanged;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderPage;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.Orders.OrdersQuery;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.Orders.Timeline;
import com.ecamazon.contract.shop.Orders.TimelineQuery;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PutCode;
import java.time.Duration;
import java.util.List;

/** The operations, topics and feeds of the Shop. */
public final class ShopContract {
    public static final Operation<ProductsQuery, ProductPage> PRODUCTS_PAGE = query(
                    SHOP, "shop.products", ProductsQuery.class, ProductPage.class, "Searches the catalogue")
            .get("/api/products")
            .anyone()
            .whenAway(Away.LAST_KNOWN)
            .needs(STOCK, Away.LAST_KNOWN);

    public static final Operation<ProductQuery, Product> PRODUCT = query(
                    SHOP, "shop.product", ProductQuery.class, Product.class, "One product with its variants")
            .get("/api/products/{id}")
            .anyone()
            .whenAway(Away.LAST_KNOWN)
            .needs(STOCK, Away.LAST_KNOWN);

    public static final Operation<CategoriesQuery, Categories> CATEGORIES = query(
                    SHOP, "shop.categories", CategoriesQuery.class, Categories.class, "The category tree")
            .get("/api/categories")
            .anyone()
            .whenAway(Away.LAST_KNOWN);

    public static final Operation<RecommendationsQuery, Recommendations> RECOMMENDATIONS = query(
                    SHOP,
                    "shop.recommendations",
                    RecommendationsQuery.class,
                    Recommendations.class,
                    "Products that go with one")
            .get("/api/products/{id}/recommendations")
            .anyone()
            .whenAway(Away.LAST_KNOWN)
            .needs(STOCK, Away.LAST_KNOWN);

    public static final Operation<ImageQuery, Image> IMAGE = query(
                    SHOP, "shop.image", ImageQuery.class, Image.class, "The picture of a variant")
            .get("/api/images/{product}/{sku}")
            .anyone()
            .whenAway(Away.LAST_KNOWN);

    public static final Operation<CategoryImageQuery, Image> CATEGORY_IMAGE = query(
                    SHOP, "shop.categoryImage", CategoryImageQuery.class, Image.class, "The picture of a category")
            .get("/api/category-images/{id}")
            .anyone()
            .whenAway(Away.LAST_KNOWN);

    public static final Operation<PutProduct, ProductReply> PUT_PRODUCT = command(
                    SHOP, "shop.putProduct", PutProduct.class, ProductReply.class, "Creates or changes a product")
            .put("/api/products/{id}")
            .roles(MERCHANDISER)
            .promises();

    public static final Operation<DeleteProduct, ProductDeleted> DELETE_PRODUCT = command(
                    SHOP, "shop.deleteProduct", DeleteProduct.class, ProductDeleted.class, "Removes a product")
            .delete("/api/products/{id}")
            .roles(MERCHANDISER)
            .promises();

    public static final Operation<ImportProducts, Imported> IMPORT_PRODUCTS = command(
                    SHOP, "shop.importProducts", ImportProducts.class, Imported.class, "Enters many products")
            .post("/api/imports/products")
            .roles(MERCHANDISER)
            .promises()
            .within(Duration.ofSeconds(10));

    public static final Operation<ImportCategories, Imported> IMPORT_CATEGORIES = command(
                    SHOP, "shop.importCategories", ImportCategories.class, Imported.class, "Enters many categories")
            .post("/api/imports/categories")
            .roles(MERCHANDISER)
            .promises()
            .within(Duration.ofSeconds(10));

    public static final Operation<CreateCart, CartReply> CREATE_CART = command(
                    SHOP, "shop.createCart", CreateCart.class, CartReply.class, "Opens an empty cart")
            .post("/api/carts")
            .anyone();

    public static final Operation<CartQuery, Cart> CART = query(
                    SHOP, "shop.cart", CartQuery.class, Cart.class, "A cart")
            .get("/api/carts/{id}")
            .owner()
            .routedBy(cart -> cart.id().value());

    public static final Operation<AddLine, CartReply> ADD_LINE = command(
                    SHOP, "shop.addLine", AddLine.class, CartReply.class, "Puts units into a cart and holds them")
            .post("/api/carts/{id}/lines")
            .owner()
            .needs(STOCK, Away.REFUSE)
            .routedBy(line -> line.id().value());

    public static final Operation<ChangeLine, CartReply> CHANGE_LINE = command(
                    SHOP, "shop.changeLine", ChangeLine.class, CartReply.class, "Changes the quantity of a line")
            .patch("/api/carts/{id}/lines/{lineId}")
            .owner()
            .needs(STOCK, Away.REFUSE)
            .routedBy(line -> line.id().value());

    public static final Operation<RemoveLine, CartReply> REMOVE_LINE = command(
                    SHOP, "shop.removeLine", RemoveLine.class, CartReply.class, "Takes a line out of a cart")
            .delete("/api/carts/{id}/lines/{lineId}")
            .owner()
            .needs(STOCK, Away.LATER)
            .routedBy(line -> line.id().value());

    public static final Operation<AddCode, CartReply> ADD_CODE = command(
                    SHOP, "shop.addCode", AddCode.class, CartReply.class, "Adds a promotion code")
            .post("/api/carts/{id}/codes")
            .owner()
            .routedBy(code -> code.id().value());

    public static final Operation<RemoveCode, CartReply> REMOVE_CODE = command(
                    SHOP, "shop.removeCode", RemoveCode.class, CartReply.class, "Removes a promotion code")
            .delete("/api/carts/{id}/codes/{code}")
            .owner()
            .routedBy(code -> code.id().value());

    public static final Operation<PutCode, Promotion> PUT_CODE = command(
                    SHOP, "shop.putCode", PutCode.class, Promotion.class, "Creates or changes a promotion code")
            .put("/api/codes/{code}")
            .roles(MERCHANDISER)
            .promises();

    public static final Operation<DeleteCart, CartDeleted> DELETE_CART = command(
                    SHOP, "shop.deleteCart", DeleteCart.class, CartDeleted.class, "Lets go of a cart")
            .delete("/api/carts/{id}")
            .owner()
            .needs(STOCK, Away.LATER)
            .routedBy(cart -> cart.id().value());

    public static final Operation<DeliveryOptionsQuery, DeliveryOptions> DELIVERY_OPTIONS = query(
                    SHOP,
                    "shop.deliveryOptions",
                    DeliveryOptionsQuery.class,
                    DeliveryOptions.class,
                    "How and when a cart could be delivered")
            .get("/api/delivery-options")
            .owner()
            .routedBy(options -> options.cart().value());

    /** The answer waits up to 3 s for the saga; the time-out leaves room for the way there and back. */
    public static final Operation<PlaceOrder, PlaceOrderReply> PLACE_ORDER = command(
                    SHOP, "shop.placeOrder", PlaceOrder.class, PlaceOrderReply.class, "Orders a cart")
            .post("/api/orders")
            .owner()
            .needs(STOCK, Away.LATER)
            .needs(PAYMENT, Away.LATER)
            .promises()
            .within(Duration.ofMillis(3_500))
            .routedBy(order -> order.cart().value());

    public static final Operation<OrderQuery, Order> ORDER = query(
                    SHOP, "shop.order", OrderQuery.class, Order.class, "An order")
            .get("/api/orders/{number}")
            .owner(SUPPORT, FINANCE);

    public static final Operation<OrdersQuery, OrderPage> ORDERS_PAGE = query(
                    SHOP, "shop.orders", OrdersQuery.class, OrderPage.class, "One's own orders; all for support")
            .get("/api/orders")
            .signedIn();

    public static final Operation<CancelOrder, CancelReply> CANCEL_ORDER = command(
                    SHOP, "shop.cancelOrder", CancelOrder.class, CancelReply.class, "Cancels an order")
            .post("/api/orders/{number}/cancel")
            .owner(SUPPORT)
            .needs(STOCK, Away.LATER)
            .needs(PAYMENT, Away.LATER)
            .promises()
            .within(Duration.ofMillis(3_500));

    public static final Operation<TimelineQuery, Timeline> TIMELINE = query(
                    SHOP, "shop.timeline", TimelineQuery.class, Timeline.class, "All that happened to an order")
            .get("/api/orders/{number}/timeline")
            .owner(SUPPORT, FINANCE);

    public static final Operation<Window, OrderFacts.OrderPage> ORDER_FACTS = query(
                    SHOP, "shop.orderFacts", Window.class, OrderFacts.OrderPage.class, "Orders, by number")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, CatalogueFacts.CataloguePage> CATALOGUE_FACTS = query(
                    SHOP,
                    "shop.catalogueFacts",
                    Window.class,
                    CatalogueFacts.CataloguePage.class,
                    "Products, by id, as the instance that answers shows them")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<OutboxQuery, Outboxes> OUTBOXES = AuditorContract.outboxes(SHOP);

    public static final Operation<ParkedQuery, Parking> PARKED = OperationsContract.parked(SHOP);

    public static final Operation<Redrive, Redriven> REDRIVE = OperationsContract.redrive(SHOP);

    public static final Topic<OrderNews> ORDERS = Topic.of(SHOP, "shop.orders", OrderNews.class, STOCK, NOTIFICATION);

    public static final Topic<ProductNews> PRODUCTS = Topic.of(SHOP, "shop.products", ProductNews.class, NOTIFICATION);

    public static final Feed<OrderChanged> ORDER_FEED = new Feed<>(SHOP, "feed.shop.orders", OrderChanged.class);

    public static final Feed<CatalogueChanged> CATALOGUE_FEED =
            new Feed<>(SHOP, "feed.shop.catalogue", CatalogueChanged.class);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            PRODUCTS_PAGE,
            PRODUCT,
            CATEGORIES,
            RECOMMENDATIONS,
            IMAGE,
            CATEGORY_IMAGE,
            PUT_PRODUCT,
            DELETE_PRODUCT,
            IMPORT_PRODUCTS,
            IMPORT_CATEGORIES,
            CREATE_CART,
            CART,
            ADD_LINE,
            CHANGE_LINE,
            REMOVE_LINE,
            ADD_CODE,
            REMOVE_CODE,
            PUT_CODE,
            DELETE_CART,
            DELIVERY_OPTIONS,
            PLACE_ORDER,
            ORDER,
            ORDERS_PAGE,
            CANCEL_ORDER,
            TIMELINE,
            ORDER_FACTS,
            CATALOGUE_FACTS,
            OUTBOXES,
            PARKED,
            REDRIVE);

    public static final List<Topic<?>> TOPICS = List.of(ORDERS, PRODUCTS);

    public static final List<Feed<?>> FEEDS = List.of(ORDER_FEED, CATALOGUE_FEED);

    private ShopContract() {}
}
