/** What officers do with a task beyond its form, each act with its reason and on record. */
@org.springframework.modulith.NamedInterface("action")
package io.onewindow.desk.action;
