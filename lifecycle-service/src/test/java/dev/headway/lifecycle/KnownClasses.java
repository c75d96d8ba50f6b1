package dev.headway.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/**
 * What a start learns by looking for components in thousands of class files, kept for the next one
 * of this JVM: the files do not change meanwhile.
 */
final class KnownClasses implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final Map<Resource, MetadataReader> KNOWN = new ConcurrentHashMap<>();

    @Override
    public void initialize(GenericApplicationContext context) {
        var read = context.getResourceCache(MetadataReader.class);
        read.putAll(KNOWN);
        context.addBeanFactoryPostProcessor(_ -> KNOWN.putAll(read));
    }
}
