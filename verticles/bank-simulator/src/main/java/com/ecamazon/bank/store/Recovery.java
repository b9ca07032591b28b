package com.ecamazon.bank.store;

import com.ecamazon.bank.domain.Book;
import com.ecamazon.bank.domain.Fact;
import com.ecamazon.bank.domain.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a journal says when it is read from its first line. */
public final class Recovery {

    private final Book book = new Book();
    private final Map<Long, Notice> owed = new LinkedHashMap<>();
    private final Set<Long> parked = new HashSet<>();
    private final List<String> callbackUrls = new ArrayList<>(1);
    private long lastNotice;
    private long entries;
    private long ended;

    void take(Entry entry) {
        entries++;
        switch (entry) {
            case Entry.Happened(long notice, Fact fact) -> {
                book.apply(fact);
                if (notice > 0) {
                    Notice.of(fact, book).ifPresent(news -> owed.put(notice, news));
                }
                lastNotice = Math.max(lastNotice, notice);
            }
            case Entry.Delivered(long notice) -> {
                ended++;
                owed.remove(notice);
                parked.remove(notice);
                lastNotice = Math.max(lastNotice, notice);
            }
            case Entry.Parked(long notice) -> parked.add(notice);
            case Entry.MerchantSet(String callbackUrl) -> {
                ended++;
                callbackUrls.clear();
                callbackUrls.add(callbackUrl);
                parked.clear();
            }
        }
    }

    public Book book() {
        return book;
    }

    /** Callbacks that the merchant has not taken yet, oldest first. */
    public Map<Long, Notice> owed() {
        return owed;
    }

    /** Those of the owed callbacks that were given up. */
    public Set<Long> parked() {
        return parked;
    }

    public Optional<String> callbackUrl() {
        return callbackUrls.stream().findFirst();
    }

    /** The highest number that a callback of this journal ever had. */
    public long lastNotice() {
        return lastNotice;
    }

    /** True when at least a quarter of the entries say only what is over. */
    boolean worthCompacting() {
        return ended * 4 >= entries && entries > 0;
    }
}
