package com.ecamazon.contract.gateway;

import static com.ecamazon.contract.Capability.State.LATER;
import static com.ecamazon.contract.Capability.State.REFUSED;
import static com.ecamazon.contract.Capability.State.STALE;

import com.ecamazon.contract.Capability;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.contract.users.UsersContract;
import java.util.List;

/** What people do on the pages. A page names those that it needs in its {@code <meta name="capabilities">}. */
public final class Capabilities {
    public static final Capability BROWSE = Capability.of(
                    "browse",
                    "Looking at products",
                    ShopContract.PRODUCT,
                    ShopContract.CATEGORIES,
                    ShopContract.RECOMMENDATIONS,
                    ShopContract.IMAGE,
                    ShopContract.CATEGORY_IMAGE)
            .says(STALE, "Products are shown as we knew them last; what is in stock may have changed.");

    public static final Capability SEARCH = Capability.of("search", "Searching", ShopContract.PRODUCTS_PAGE)
            .says(STALE, "Lists are shown as we knew them last, and some searches may find no answer.");

    public static final Capability CART = Capability.of(
                    "cart", "Your cart", ShopContract.CART, ShopContract.ADD_CODE, ShopContract.REMOVE_CODE)
            .says(REFUSED, "Your cart cannot be shown just now. Nothing in it is lost.");

    public static final Capability ADD = Capability.of(
                    "add",
                    "Adding to the cart",
                    ShopContract.CREATE_CART,
                    ShopContract.ADD_LINE,
                    ShopContract.CHANGE_LINE)
            .says(REFUSED, "Nothing can be added to a cart just now.");

    public static final Capability CHECKOUT = Capability.of(
                    "checkout", "Ordering", ShopContract.PLACE_ORDER, ShopContract.DELIVERY_OPTIONS)
            .says(LATER, "Orders are accepted; we confirm them by e-mail a little later.")
            .says(REFUSED, "Orders cannot be placed just now. Nothing is lost.");

    public static final Capability PAY = Capability.of("pay", "Paying with a new card", PaymentContract.TOKENISE)
            .says(REFUSED, "A new card cannot be used just now. A card that is saved in your account can.");

    public static final Capability ORDERS = Capability.of(
                    "orders", "Your orders", ShopContract.ORDER, ShopContract.ORDERS_PAGE, ShopContract.TIMELINE)
            .says(REFUSED, "Orders cannot be shown just now. They go on as usual.");

    public static final Capability CANCEL = Capability.of("cancel", "Cancelling", ShopContract.CANCEL_ORDER)
            .says(LATER, "Orders can be cancelled; it is carried out a little later.")
            .says(REFUSED, "Orders cannot be cancelled just now.");

    public static final Capability RETURNS = Capability.of(
                    "returns", "Sending back", ShippingContract.OPEN_RETURN, ShippingContract.RETURN)
            .says(REFUSED, "Returns cannot be opened just now.");

    public static final Capability TRACK = Capability.of("track", "Following a parcel", ShippingContract.TRACKING)
            .says(STALE, "Parcels are shown as we knew them last, and some cannot be found.");

    public static final Capability VAN = Capability.of(
                    "van", "The van on the map", ShippingContract.OWNER, DispatchingContract.VAN)
            .says(REFUSED, "The van cannot be shown on the map just now. It drives on.");

    public static final Capability SIGN_IN = Capability.of(
                    "sign-in", "Signing in", UsersContract.SIGN_IN, UsersContract.REFRESH, UsersContract.REGISTER)
            .says(REFUSED, "Nobody can sign in just now. You can order as a guest.");

    public static final Capability ACCOUNT = Capability.of(
                    "account",
                    "Your account",
                    UsersContract.ME,
                    UsersContract.CHANGE_ME,
                    UsersContract.ADDRESSES,
                    UsersContract.ADD_ADDRESS,
                    UsersContract.REMOVE_ADDRESS,
                    UsersContract.METHODS,
                    UsersContract.REMOVE_METHOD)
            .says(REFUSED, "Saved addresses and cards cannot be shown just now.");

    public static final Capability CARDS = Capability.of(
                    "cards", "Saving a card", PaymentContract.TOKENISE, UsersContract.ADD_METHOD)
            .says(REFUSED, "Cards cannot be saved just now.");

    public static final Capability NEWS = Capability.of(
                    "news", "Your news", NotificationContract.NOTICES, NotificationContract.MARK_READ)
            .says(REFUSED, "Your news cannot be shown just now. E-mails come a little later.");

    public static final Capability STOCK = Capability.of(
                    "stock",
                    "Counting stock",
                    StockContract.LEVEL,
                    StockContract.LEVELS,
                    StockContract.MOVEMENTS,
                    StockContract.RECEIVE,
                    StockContract.ADJUST,
                    StockContract.KEEP_BACK,
                    StockContract.RECEIVE_MANY)
            .says(REFUSED, "Stock cannot be shown or changed just now.");

    public static final Capability DEPOTS = Capability.of(
                    "depots", "The list of depots", StockContract.DEPOTS, StockContract.PUT_DEPOT)
            .says(REFUSED, "Depots cannot be shown or changed just now.");

    public static final Capability PICK = Capability.of(
                    "pick",
                    "Picking",
                    StockContract.PICKS,
                    StockContract.PICK,
                    StockContract.SCAN,
                    StockContract.SHORT,
                    StockContract.PACK)
            .says(REFUSED, "Pick lists cannot be shown or worked on just now.");

    public static final Capability CATALOGUE = Capability.of(
                    "catalogue",
                    "Editing products",
                    ShopContract.PUT_PRODUCT,
                    ShopContract.DELETE_PRODUCT,
                    ShopContract.IMPORT_PRODUCTS,
                    ShopContract.IMPORT_CATEGORIES,
                    ShopContract.PUT_CODE)
            .says(REFUSED, "Products cannot be changed just now.");

    public static final Capability PARCELS = Capability.of(
                    "parcels",
                    "Scanning parcels",
                    ShippingContract.PARCELS_PAGE,
                    ShippingContract.PARCEL,
                    ShippingContract.RECORD_EVENT,
                    ShippingContract.LABEL)
            .says(REFUSED, "Parcels cannot be shown, scanned or labelled just now.");

    public static final Capability RECEIVE = Capability.of(
                    "receive", "Receiving returns", ShippingContract.RETURNS_PAGE, ShippingContract.RECEIVE_RETURN)
            .says(REFUSED, "Returns cannot be shown or received just now.");

    public static final Capability DISPATCH = Capability.of(
                    "dispatch",
                    "Planning rounds",
                    DispatchingContract.ROUNDS_PAGE,
                    DispatchingContract.ROUND,
                    DispatchingContract.WAITING,
                    DispatchingContract.PLAN,
                    DispatchingContract.DRIVERS,
                    DispatchingContract.PUT_DRIVER,
                    DispatchingContract.VEHICLES,
                    DispatchingContract.PUT_VEHICLE,
                    DispatchingContract.CENTRES,
                    DispatchingContract.PUT_CENTRE,
                    DispatchingContract.PUT_DEPOT)
            .says(REFUSED, "Rounds cannot be shown or planned just now. Drivers keep the stops on their screens.");

    public static final Capability DRIVE = Capability.of(
                    "drive",
                    "Driving a round",
                    DispatchingContract.MY_ROUND,
                    DispatchingContract.DEPART,
                    DispatchingContract.DELIVER,
                    DispatchingContract.FAIL,
                    DispatchingContract.REPORT_POSITION)
            .says(REFUSED, "Stops cannot be reported just now. Note them and report them in a moment.");

    public static final Capability MONEY = Capability.of(
                    "money",
                    "Payments and refunds",
                    PaymentContract.PAYMENTS_PAGE,
                    PaymentContract.PAYMENT_OF_ORDER,
                    PaymentContract.REFUND,
                    PaymentContract.LEDGER,
                    PaymentContract.RECONCILIATION)
            .says(REFUSED, "Payments cannot be shown or refunded just now.");

    public static final Capability PEOPLE = Capability.of(
                    "people", "Accounts and roles", UsersContract.USERS_PAGE, UsersContract.CHANGE_ROLES)
            .says(REFUSED, "Accounts cannot be shown or changed just now.");

    public static final Capability MESSAGES = Capability.of(
                    "messages", "The log of messages", NotificationContract.LOG, NotificationContract.RESEND)
            .says(REFUSED, "The log of messages cannot be shown just now. Messages are sent a little later.");

    public static final List<Capability> ALL = List.of(
            BROWSE, SEARCH, CART, ADD, CHECKOUT, PAY, ORDERS, CANCEL, RETURNS, TRACK, VAN, SIGN_IN, ACCOUNT, CARDS,
            NEWS, STOCK, DEPOTS, PICK, CATALOGUE, PARCELS, RECEIVE, DISPATCH, DRIVE, MONEY, PEOPLE, MESSAGES);

    private Capabilities() {}
}
