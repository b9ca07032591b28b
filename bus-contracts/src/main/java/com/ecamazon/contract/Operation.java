package com.ecamazon.contract;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a domain does for others, declared once. The bus consumer and the typed call, the REST route, the OpenAPI
 * document, the authorisation matrix, metric names and the degradation contract all come from here.
 *
 * @param <Q> the request, a record
 * @param <R> the reply: a record, or a sealed interface whose variants are the possible outcomes
 */
public final class Operation<Q, R> {
    /** How long a caller waits unless the operation says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private final Domain domain;
    private final String name;
    private final Kind kind;
    private final Class<Q> request;
    private final Class<R> reply;
    private final String summary;
    private @Nullable Route route;
    private Access access = Access.internal();
    private Duration timeout = DEFAULT_TIMEOUT;
    private Away away = Away.REFUSE;
    private final Map<Domain, Away> needs = new EnumMap<>(Domain.class);
    private boolean promise;
    private @Nullable Function<Q, String> key;

    private Operation(Domain domain, String name, Kind kind, Class<Q> request, Class<R> reply, String summary) {
        this.domain = domain;
        this.name = name;
        this.kind = kind;
        this.request = request;
        this.reply = reply;
        this.summary = summary;
    }

    /** An operation that only asks. */
    public static <Q, R> Operation<Q, R> query(
            Domain domain, String name, Class<Q> request, Class<R> reply, String summary) {
        return new Operation<>(domain, name, Kind.QUERY, request, reply, summary);
    }

    /** An operation that changes something. */
    public static <Q, R> Operation<Q, R> command(
            Domain domain, String name, Class<Q> request, Class<R> reply, String summary) {
        return new Operation<>(domain, name, Kind.COMMAND, request, reply, summary);
    }

    public Operation<Q, R> get(String path) {
        return route(Route.Method.GET, path);
    }

    public Operation<Q, R> post(String path) {
        return route(Route.Method.POST, path);
    }

    public Operation<Q, R> put(String path) {
        return route(Route.Method.PUT, path);
    }

    public Operation<Q, R> patch(String path) {
        return route(Route.Method.PATCH, path);
    }

    public Operation<Q, R> delete(String path) {
        return route(Route.Method.DELETE, path);
    }

    private Operation<Q, R> route(Route.Method method, String path) {
        route = new Route(method, path);
        return this;
    }

    public Operation<Q, R> anyone() {
        access = Access.anyone();
        return this;
    }

    public Operation<Q, R> signedIn() {
        access = Access.signedIn();
        return this;
    }

    /** The object's owner, and these roles; the administrator where there are any. */
    public Operation<Q, R> owner(Role... alsoRoles) {
        access = Access.owner(alsoRoles);
        return this;
    }

    /** These roles, and the administrator. */
    public Operation<Q, R> roles(Role... roles) {
        access = Access.roles(roles);
        return this;
    }

    /** These domains only. */
    public Operation<Q, R> internal(Domain... callers) {
        access = Access.internal(callers);
        return this;
    }

    public Operation<Q, R> within(Duration longest) {
        timeout = longest;
        return this;
    }

    public Operation<Q, R> whenAway(Away answer) {
        away = answer;
        return this;
    }

    /** Asks another domain while it is served, and what a caller gets while that one is away. */
    public Operation<Q, R> needs(Domain other, Away answer) {
        Require.that(other != domain, "needs", "names another domain");
        needs.put(other, answer);
        return this;
    }

    /** Makes a promise to somebody outside: answered only when it would survive a kill of every process. */
    public Operation<Q, R> promises() {
        promise = true;
        return this;
    }

    /** Requests with the same key go to the same instance, which can serialise them and keep their state at hand. */
    public Operation<Q, R> routedBy(Function<Q, String> keyOf) {
        key = keyOf;
        return this;
    }

    public Domain domain() {
        return domain;
    }

    /** Unique over all domains: the domain's address, a dot and the activity, such as {@code stock.hold}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public Class<Q> request() {
        return request;
    }

    public Class<R> reply() {
        return reply;
    }

    /** One sentence for the documents. */
    public String summary() {
        return summary;
    }

    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    public Access access() {
        return access;
    }

    public Duration timeout() {
        return timeout;
    }

    public Away away() {
        return away;
    }

    /** What a caller gets while this domain is away; empty where that makes no difference. */
    public Optional<Away> without(Domain absent) {
        return absent == domain ? Optional.of(away) : Optional.ofNullable(needs.get(absent));
    }

    public boolean isPromise() {
        return promise;
    }

    /** The routing key of a request, for operations that have one. */
    public Optional<String> keyOf(Q query) {
        return key == null ? Optional.empty() : Optional.of(key.apply(query));
    }

    @Override
    public String toString() {
        return name;
    }
}
