package org.driftgate.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large by its announced length, and stops reading one that announced none. */
final class LargestBody extends OncePerRequestFilter {

    private final ToLongFunction<HttpServletRequest> most;
    private final Problems problems;

    LargestBody(ToLongFunction<HttpServletRequest> most, Problems problems) {
        this.most = most;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long allowed = most.applyAsLong(request);
        if (request.getContentLengthLong() > allowed) {
            problems.tooLarge(request, response, allowed);
            return;
        }
        boolean announced = request.getContentLengthLong() >= 0;
        chain.doFilter(announced ? request : new Counted(request, allowed), response);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long allowed;

        Counted(HttpServletRequest request, long allowed) {
            super(request);
            this.allowed = allowed;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), allowed);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String named = getCharacterEncoding();
            Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long allowed;
        private long read;

        CountedStream(ServletInputStream body, long allowed) {
            this.body = body;
            this.allowed = allowed;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            if (got > 0) count(got);
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > allowed) throw new IOException("the body is larger than %d bytes".formatted(allowed));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
