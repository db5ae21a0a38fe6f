package io.onewindow.simulation.kernel;

import java.util.Arrays;

/** What will happen, the next first: a heap with four children to a node. */
final class EventCalendar {

  private static final int CHILDREN = 4;

  private Happening[] heap = new Happening[256];
  private int size;
  private long planned;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Plans what is not planned yet. */
  void plan(Happening happening, long at) {
    happening.at = at;
    happening.order = planned++;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    rise(happening, size++);
  }

  Happening peek() {
    return heap[0];
  }

  /** Takes out the next. */
  Happening next() {
    Happening first = heap[0];
    remove(first);
    return first;
  }

  /** Cancels what is planned; does nothing for what is not. */
  void remove(Happening happening) {
    int gap = happening.place;
    if (gap < 0) {
      return;
    }
    happening.place = -1;
    Happening last = heap[--size];
    heap[size] = null;
    if (last == happening) {
      return;
    }
    if (gap > 0 && precedes(last, heap[(gap - 1) / CHILDREN])) {
      rise(last, gap);
    } else {
      sink(last, gap);
    }
  }

  private void rise(Happening happening, int from) {
    int gap = from;
    while (gap > 0) {
      int parent = (gap - 1) / CHILDREN;
      if (!precedes(happening, heap[parent])) {
        break;
      }
      put(heap[parent], gap);
      gap = parent;
    }
    put(happening, gap);
  }

  private void sink(Happening happening, int from) {
    int gap = from;
    for (int child = leastChild(gap); child > 0; child = leastChild(gap)) {
      if (!precedes(heap[child], happening)) {
        break;
      }
      put(heap[child], gap);
      gap = child;
    }
    put(happening, gap);
  }

  private int leastChild(int parent) {
    int first = parent * CHILDREN + 1;
    if (first >= size) {
      return -1;
    }
    int least = first;
    int end = Math.min(first + CHILDREN, size);
    for (int i = first + 1; i < end; i++) {
      if (precedes(heap[i], heap[least])) {
        least = i;
      }
    }
    return least;
  }

  private void put(Happening happening, int place) {
    heap[place] = happening;
    happening.place = place;
  }

  private static boolean precedes(Happening one, Happening other) {
    return one.at != other.at ? one.at < other.at : one.order < other.order;
  }
}
