package io.onewindow.engine;

import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Takes a name in a model for a bean before it looks for a variable of that name: no variable can
 * stand in for a bean, and a model that only calls beans has no variables read. Before either,
 * {@link DenyingResolver} keeps expressions from what is not open to them.
 */
final class BeansFirst extends SpringExpressionManager {

  private final ModelBeans open;

  BeansFirst(ApplicationContext context, ModelBeans beans) {
    super(context, beans);
    this.open = beans;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver all = new CompositeELResolver();
    all.add(new DenyingResolver(open));
    all.add(new ReadOnlyMapELResolver(open));
    all.add(super.createElResolver());
    return all;
  }
}
