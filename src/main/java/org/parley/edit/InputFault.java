package org.parley.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.parley.fault.RecordedText;

/** One thing that is wrong with what was sent: where, what, and what to send instead. */
record InputFault(String path, String message) {

    InputFault {
        message = RecordedText.printable(message);
    }

    /** Refuses what has faults, telling all of them. */
    static void refuse(Collection<InputFault> faults) {
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    static DeclinedException refusal(Collection<InputFault> faults) {
        List<InputFault> each = faults.stream().distinct().toList();
        String message = (each.size() == 1 ? "1 fault" : each.size() + " faults") + ", nothing was written: "
                + each.stream().map(fault -> fault.path + ": " + fault.message).collect(Collectors.joining("; "));
        return new DeclinedException(ErrorCode.BAD_USER_INPUT, message,
                Map.of("faults", each.stream().map(fault -> Map.of("path", fault.path, "message", fault.message)).toList()));
    }
}
