/** Who comes in: people with accounts kept here, or vouched for by an identity platform. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"department", "engine", "problem"})
package io.onewindow.access;
