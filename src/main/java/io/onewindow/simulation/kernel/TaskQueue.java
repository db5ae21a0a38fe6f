package io.onewindow.simulation.kernel;

import java.util.Arrays;

/** Waiting tasks, the next first. */
final class TaskQueue {

  private Activity[] heap = new Activity[16];
  private int size;

  int size() {
    return size;
  }

  Activity peek() {
    return heap[0];
  }

  void add(Activity task) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    rise(task, size++);
  }

  void remove(Activity task) {
    int gap = task.queuePlace;
    task.queuePlace = -1;
    Activity last = heap[--size];
    heap[size] = null;
    if (last == task) {
      return;
    }
    if (gap > 0 && precedes(last, heap[(gap - 1) / 2])) {
      rise(last, gap);
    } else {
      sink(last, gap);
    }
  }

  private void rise(Activity task, int from) {
    int gap = from;
    while (gap > 0 && precedes(task, heap[(gap - 1) / 2])) {
      put(heap[(gap - 1) / 2], gap);
      gap = (gap - 1) / 2;
    }
    put(task, gap);
  }

  private void sink(Activity task, int from) {
    int gap = from;
    while (2 * gap + 1 < size) {
      int child = 2 * gap + 1;
      if (child + 1 < size && precedes(heap[child + 1], heap[child])) {
        child++;
      }
      if (!precedes(heap[child], task)) {
        break;
      }
      put(heap[child], gap);
      gap = child;
    }
    put(task, gap);
  }

  private void put(Activity task, int place) {
    heap[place] = task;
    task.queuePlace = place;
  }

  static boolean precedes(Activity one, Activity other) {
    return one.queueKey != other.queueKey
        ? one.queueKey < other.queueKey
        : one.queueOrder < other.queueOrder;
  }
}
