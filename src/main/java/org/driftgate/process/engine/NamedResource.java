package org.driftgate.process.engine;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;

/** The engine takes a resource's name from {@link ContextResource} only. */
final class NamedResource extends ByteArrayResource implements ContextResource {

    private final String name;

    NamedResource(String name, byte[] content) {
        super(content, name);
        this.name = name;
    }

    @Override
    public String getPathWithinContext() {
        return name;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedResource resource && resource.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
