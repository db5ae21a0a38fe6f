package io.onewindow.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A test in a drill's hall whose clock the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "onewindow.data-dir=${onewindow.test.folder:./target}/drill-test",
      "spring.datasource.url=jdbc:h2:file:${onewindow.data-dir}/drill",
      "onewindow.sandbox.unattended=false"
    })
@ActiveProfiles({"sandbox", "test"})
@Import(Trainee.class)
@interface DrillTest {}
