/**
 * What our own history tells of a service: estimates with their origins, and how far to trust them.
 */
package io.onewindow.laboratory.history;
