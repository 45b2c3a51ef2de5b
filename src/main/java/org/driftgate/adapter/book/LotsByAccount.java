package org.driftgate.adapter.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lots an account has, whatever the order of the file: four bytes a lot. */
final class LotsByAccount {

    private final Map<String, Integer> number = new HashMap<>();
    private final int[] start;
    private final int[] lots;

    LotsByAccount(List<Row> accounts, RowStore rows) {
        for (Row account : accounts) number.put(account.text("account"), number.size());
        start = new int[number.size() + 1];
        int column = BookFile.LOTS.header().indexOf("account");
        int[] holder = new int[rows.size()];
        for (int lot = 0; lot < holder.length; lot++) {
            holder[lot] = of(rows.field(lot, column));
            start[holder[lot] + 1]++;
        }
        for (int account = 0; account < number.size(); account++) start[account + 1] += start[account];
        lots = new int[holder.length];
        int[] next = start.clone();
        for (int lot = 0; lot < holder.length; lot++) lots[next[holder[lot]]++] = lot;
    }

    private int of(String account) {
        Integer found = number.get(account);
        if (found == null) throw new IllegalStateException("lots of unknown account " + account);
        return found;
    }

    int first(String account) {
        return start[of(account)];
    }

    /** One behind the last. */
    int end(String account) {
        return start[of(account) + 1];
    }

    /** The row of a lot between first and end. */
    int row(int index) {
        return lots[index];
    }
}
