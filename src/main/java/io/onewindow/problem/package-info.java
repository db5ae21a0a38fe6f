/** What a person is told, in Chinese and with a stable code, when a request is refused. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.onewindow.problem;
