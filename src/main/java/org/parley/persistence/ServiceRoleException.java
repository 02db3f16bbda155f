package org.parley.persistence;

/** The service role does not exist, or has more privileges than it needs. */
public class ServiceRoleException extends RuntimeException {

    ServiceRoleException(String message) {
        super(message);
    }
}
