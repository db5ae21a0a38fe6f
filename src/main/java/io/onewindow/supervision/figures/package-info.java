/** Supervisors' figures: what they are asked for, who may see them, how they are answered. */
package io.onewindow.supervision.figures;
