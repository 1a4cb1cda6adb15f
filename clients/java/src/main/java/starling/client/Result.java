package starling.client;

import java.util.function.Function;

/**
 * What became of one item of a batch: either is null.
 *
 * @param value what the operation on this item alone would have returned
 * @param error what it would have thrown
 */
public record Result<T>(T value, StarlingException error) {
    static <T> Result<T> of(T value) {
        return new Result<>(value, null);
    }

    static <T> Result<T> failed(StarlingException error) {
        return new Result<>(null, error);
    }

    <U> Result<U> map(Function<T, U> change) {
        return error == null ? of(change.apply(value)) : failed(error);
    }

    /** The value. @throws StarlingException the error */
    public T get() {
        if (error != null) throw error;
        return value;
    }
}
