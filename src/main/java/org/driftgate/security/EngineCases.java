package org.driftgate.security;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the cases of which an address or an answer of the engine speaks: by every id of an instance, execution, task,
 * job or variable in it, and by case ids written out. The engine's classes do not tell what they disclosed, its ids do.
 */
@Component
class EngineCases {

    private static final Pattern ENGINE_ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern CASE_ID = Pattern.compile("\\bR\\d{8}-\\d+\\.[A-Za-z0-9_-]+");

    private final JdbcClient jdbc;

    EngineCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseId> in(String text) {
        Set<String> ids = all(ENGINE_ID, text);
        Set<String> cases = all(CASE_ID, text);
        if (ids.isEmpty() && cases.isEmpty()) return List.of();
        return jdbc
                .sql("""
                with instance as (
                  select unnest(:ids) as id
                  union select proc_inst_id_ from public.act_ru_execution where id_ = any(:ids)
                  union select proc_inst_id_ from public.act_hi_taskinst where id_ = any(:ids)
                  union select process_instance_id_ from public.act_ru_job where id_ = any(:ids)
                  union select proc_inst_id_ from public.act_hi_varinst where id_ = any(:ids))
                select c.id from driftgate.rebalancing_case c
                where c.id = any(:cases) or c.id in (
                  select p.business_key_ from public.act_hi_procinst p join instance on instance.id = p.id_)""")
                .param("ids", ids.toArray(String[]::new))
                .param("cases", cases.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
