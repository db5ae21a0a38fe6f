/** Which cases left the model they ran by, found by replaying what the engine recorded. */
package io.onewindow.supervision.conformance;
