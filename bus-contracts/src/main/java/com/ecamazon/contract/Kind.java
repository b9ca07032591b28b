package com.ecamazon.contract;

/** Whether an operation only asks or also changes. */
public enum Kind {
    /** Changes nothing; may be asked again at another instance. */
    QUERY,
    /** Changes something; a repeat carries the same operation id. */
    COMMAND
}
