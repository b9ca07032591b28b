package com.ecamazon.contract;

import java.io.Serial;

/** Carries a {@link Problem} to the caller of an operation. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(
                problem.code() + ": " + (problem.detail() == null ? problem.title() : problem.detail()),
                null,
                false,
                false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
