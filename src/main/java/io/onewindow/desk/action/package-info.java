/** What officers do with a task beyond its form, each act with its reason and on record. */
package io.onewindow.desk.action;
