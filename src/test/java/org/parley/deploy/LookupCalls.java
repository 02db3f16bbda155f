package org.parley.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The calls of a class that look something up by a name. A class or resource that is named by a literal at the call is not among them: a
 * native build finds these by itself.
 */
final class LookupCalls {

    private static final String AGENT = "org/parley/deploy/LookupAgent";
    private static final Set<String> CLASS_BY_NAME = Set.of("java/lang/Class.forName", "java/lang/invoke/MethodHandles$Lookup.findClass");
    private static final Set<String> RESOURCE_BY_NAME = Set.of("getResource", "getResources", "getResourceAsStream");

    private LookupCalls() {
    }

    /** Makes these calls tell the agent; false where there are none. */
    static boolean instrument(ClassNode type) throws AnalyzerException {
        boolean any = false;
        for (MethodNode method : type.methods) {
            List<MethodInsnNode> calls = new ArrayList<>();
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call && isLookup(call) && !isLiteral(type, method, call)) {
                    calls.add(call);
                }
            }
            calls.forEach(call -> instrument(method.instructions, call, type.name.replace('/', '.') + "." + method.name));
            any |= !calls.isEmpty();
        }
        return any;
    }

    private static void instrument(InsnList code, MethodInsnNode call, String caller) {
        if (isResource(call)) {
            InsnList before = new InsnList();
            before.add(new InsnNode(Opcodes.DUP));
            before.add(new MethodInsnNode(Opcodes.INVOKESTATIC, AGENT, "seek", "(Ljava/lang/String;)V"));
            code.insertBefore(call, before);
        }
        InsnList after = new InsnList();
        after.add(new InsnNode(Opcodes.DUP));
        after.add(new LdcInsnNode(caller));
        after.add(new MethodInsnNode(Opcodes.INVOKESTATIC, AGENT, "found", "(Ljava/lang/Object;Ljava/lang/String;)V"));
        code.insert(call, after);
    }

    private static boolean isLookup(MethodInsnNode call) {
        return isClass(call) || isResource(call) || call.owner.equals("java/util/ResourceBundle") && call.name.equals("getBundle")
                || call.owner.equals("java/util/ServiceLoader") && call.name.startsWith("load");
    }

    private static boolean isClass(MethodInsnNode call) {
        return CLASS_BY_NAME.contains(call.owner + "." + call.name)
                || call.name.equals("loadClass") && call.desc.equals("(Ljava/lang/String;)Ljava/lang/Class;");
    }

    private static boolean isResource(MethodInsnNode call) {
        return RESOURCE_BY_NAME.contains(call.name) && (call.owner.equals("java/lang/Class") || call.owner.endsWith("ClassLoader"))
                && call.desc.startsWith("(Ljava/lang/String;)");
    }

    private static boolean isLiteral(ClassNode type, MethodNode method, MethodInsnNode call) throws AnalyzerException {
        if (!isClass(call) && !isResource(call)) {
            return false;
        }
        Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
        Frame<SourceValue> frame = frames[method.instructions.indexOf(call)];
        if (frame == null) {
            return true;
        }
        Type[] arguments = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getClassName().equals("java.lang.String")) {
                Set<AbstractInsnNode> sources = frame.getStack(frame.getStackSize() - arguments.length + i).insns;
                return sources.size() == 1 && sources.iterator().next() instanceof LdcInsnNode;
            }
        }
        return false;
    }
}
