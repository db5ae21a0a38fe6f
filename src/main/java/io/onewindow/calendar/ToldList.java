package io.onewindow.calendar;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An unmodifiable list made when it is first read, so that a deadline nobody asks about stays
 * cheap. Safe to share between threads: the worst that can happen is that it is made twice,
 * equally.
 */
final class ToldList<T> extends AbstractList<T> {

  private final Supplier<List<T>> telling;
  private volatile List<T> told;

  ToldList(Supplier<List<T>> telling) {
    this.telling = telling;
  }

  @Override
  public T get(int index) {
    return told().get(index);
  }

  @Override
  public int size() {
    return told().size();
  }

  private List<T> told() {
    if (told == null) {
      told = List.copyOf(telling.get());
    }
    return told;
  }
}
