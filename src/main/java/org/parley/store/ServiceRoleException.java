package org.parley.store;

/** The role that is to serve does not exist, or may do more than it needs. */
public class ServiceRoleException extends RuntimeException {

    ServiceRoleException(String message) {
        super(message);
    }
}
