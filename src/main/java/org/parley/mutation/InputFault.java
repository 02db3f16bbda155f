package org.parley.mutation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;
import org.parley.fault.TextRules;

/** An error in the arguments of a mutation: path, what is wrong, and what to send instead. */
record InputFault(String path, String message) {

    InputFault {
        message = TextRules.printable(message);
    }

    /** Rejects the mutation with all faults, if there are any. */
    static void throwIfAny(Collection<InputFault> faults) {
        if (!faults.isEmpty()) {
            throw rejection(faults);
        }
    }

    static RequestDeclinedException rejection(Collection<InputFault> faults) {
        List<InputFault> each = faults.stream().distinct().toList();
        String message = (each.size() == 1 ? "1 fault" : each.size() + " faults") + ", nothing was written: "
                + each.stream().map(fault -> fault.path + ": " + fault.message).collect(Collectors.joining("; "));
        return new RequestDeclinedException(ErrorCode.BAD_USER_INPUT, message,
                Map.of("faults", each.stream().map(fault -> Map.of("path", fault.path, "message", fault.message)).toList()));
    }
}
