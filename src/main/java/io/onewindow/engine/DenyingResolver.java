package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.beans.FeatureDescriptor;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Asked before every other resolver, lets an expression go on from three things only: from a bean
 * open to models to what its class offers, from the execution or the task to a few names, and from
 * a table's answer to an entry. From all else, such as a text and its class, no way leads on; nor
 * from anything at all where there is no case, as in a query. Names alone are none of its business.
 *
 * <p>Models are read for the same when they are deployed; this holds for whatever gets past that,
 * and for queries and stored filters, some of whose expressions the engine evaluates although its
 * settings say no. Names that may follow are listed rather than names that may not: of those the
 * last is never known.
 */
final class DenyingResolver extends ELResolver {

  /** What may follow on something of a class. */
  private final ClassValue<Set<String>> open =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return namesOpenOn(type);
        }
      };

  private final ModelBeans beans;

  DenyingResolver(ModelBeans beans) {
    this.beans = beans;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null && !(base instanceof Map)) {
      check(context, base, property);
    }
    return null;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    check(context, base, method);
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    checkNothing(base, property);
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    checkNothing(base, property);
    return true;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    checkNothing(base, property);
    return null;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }

  private void check(ELContext context, Object base, Object name) {
    if (context.getContext(VariableScope.class) == null
        || !open.get(base.getClass()).contains(name)) {
      throw refusal(name);
    }
  }

  /** What models write, they write as variables. */
  private static void checkNothing(Object base, Object name) {
    if (base != null) {
      throw refusal(name);
    }
  }

  private static Problem refusal(Object name) {
    return Problem.badRequest("expression-refused", "表达式用到了不开放的“" + name + "”，系统没有求值。");
  }

  private Set<String> namesOpenOn(Class<?> type) {
    Set<String> names = new HashSet<>();
    if (VariableScope.class.isAssignableFrom(type)) {
      names.addAll(ModelExpressions.OF_GIVEN);
    } else if (beans.isOpen(type)) {
      // a bean's proxy offers more than the bean
      Class<?> own = ClassUtils.getUserClass(type);
      for (Method method : own.getMethods()) {
        if (method.getDeclaringClass() != Object.class) {
          names.add(method.getName());
        }
      }
      for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(own)) {
        Method read = property.getReadMethod();
        if (read != null && names.contains(read.getName())) {
          names.add(property.getName());
        }
      }
    }
    return names;
  }
}
