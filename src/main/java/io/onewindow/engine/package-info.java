/** The only door to Camunda's configuration and internals: clock, tenants, fences, error texts. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
package io.onewindow.engine;
