package org.driftgate.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whence people have logged in before; outlives a restart. */
@Component
class KnownAddresses {

    private final JdbcClient jdbc;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    KnownAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(String person, String address) {
        String key = key(person, address);
        if (known.getIfPresent(key) != null) return;
        jdbc.sql("insert into driftgate.log_in_address (person, address) values (?, ?) on conflict do nothing")
                .param(person)
                .param(address)
                .update();
        known.put(key, true);
    }

    boolean isKnown(String person, String address) {
        if (known.getIfPresent(key(person, address)) != null) return true;
        return jdbc.sql("select count(*) from driftgate.log_in_address where person = ? and address = ?")
                        .param(person)
                        .param(address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String key(String person, String address) {
        return person + " " + address;
    }
}
