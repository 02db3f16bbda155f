package org.parley.deploy;

import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;

/**
 * A Java agent that writes down every class, resource, bundle and service that a program looks up by a name, as {@link Lookup}s, one a
 * line. Calls from the JDK's own classes are not seen.
 */
public final class LookupAgent implements ClassFileTransformer {

    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<String> RESOURCE = new ThreadLocal<>();
    private static PrintWriter out;

    private LookupAgent() {
    }

    /** The environment variable that makes a JVM start with the agent; the jar is written into that folder. */
    static String options(Path folder, Path lookups) throws IOException {
        Path jar = folder.resolve("lookup-agent.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", LookupAgent.class.getName());
        attributes.putValue("Boot-Class-Path", jar.toUri().getPath() + " " + List.of(ClassReader.class, ClassNode.class, Analyzer.class)
                .stream().map(LookupAgent::jarOf).collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(LookupAgent.class, LookupCalls.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(entries);
                }
            }
        }
        return "-javaagent:" + jar + "=" + lookups;
    }

    private static String jarOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI().getPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started by the JVM. */
    public static void premain(String lookups, Instrumentation instrumentation) throws IOException {
        out = new PrintWriter(new FileWriter(lookups, StandardCharsets.UTF_8, true), true);
        instrumentation.addTransformer(new LookupAgent());
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return null;
        }
        try {
            ClassReader reader = new ClassReader(bytes);
            ClassNode type = new ClassNode();
            reader.accept(type, 0);
            if (!LookupCalls.instrument(type)) {
                return null;
            }
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            type.accept(writer);
            return writer.toByteArray();
        } catch (Throwable e) {
            // The JVM would hide it.
            e.printStackTrace();
            System.exit(1);
            return null;
        }
    }

    /** Called before a resource is looked up. */
    public static void seek(String resource) {
        RESOURCE.set(resource);
    }

    /** Called with what a lookup found. */
    public static void found(Object found, String caller) {
        if (found instanceof Class<?> type) {
            write("CLASS", type.getClassLoader() == null ? null : type.getName(), caller);
        } else if (found instanceof ResourceBundle bundle) {
            write("BUNDLE", bundle.getBaseBundleName(), caller);
        } else if (found instanceof ServiceLoader<?> services) {
            write("SERVICE", services.toString().replaceAll(".*\\[|]$", ""), caller);
        } else if (found instanceof Enumeration<?> urls ? urls.hasMoreElements() : found != null) {
            write("RESOURCE", RESOURCE.get(), caller);
        }
    }

    private static void write(String kind, String name, String caller) {
        if (name == null) {
            return;
        }
        String initializers = StackWalker.getInstance().walk(frames -> frames.filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(StackWalker.StackFrame::getClassName).distinct().collect(Collectors.joining(",")));
        String line = String.join("\t", kind, name, caller, initializers);
        if (WRITTEN.add(line)) {
            out.println(line);
        }
    }
}
