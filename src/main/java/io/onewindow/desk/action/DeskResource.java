package io.onewindow.desk.action;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What concerns no single task: deputies, withdrawals, reassignments. */
@Produces(JsonResource.JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeskResource extends JsonResource {

  /** An applicant's withdrawal as the window records it. */
  public record Withdrawal(String receiptNo, String reason) {}

  DeskResource(String engineName) {
    super(engineName);
  }

  @GET
  public String show() {
    return json(() -> bean(DeskViews.class).desk());
  }

  @POST
  @Path("deputies")
  public void appoint(String body) {
    act(() -> bean(Deputies.class).appoint(read(body, DeputyOrder.class)));
  }

  @POST
  @Path("deputies/{id}/cancellation")
  public void cancel(@PathParam("id") String id, String body) {
    act(() -> bean(Deputies.class).cancel(id, read(body, TaskActsApi.Cancellation.class).reason()));
  }

  @POST
  @Path("withdrawals")
  public void withdraw(String body) {
    act(
        () -> {
          Withdrawal order = read(body, Withdrawal.class);
          bean(Withdrawals.class)
              .withdraw(order.receiptNo() == null ? "" : order.receiptNo().strip(), order.reason());
        });
  }

  /** The tasks that a reassignment would move. */
  @GET
  @Path("reassignments")
  public String meant(@QueryParam("from") String from, @QueryParam("fromGroup") String fromGroup) {
    return json(
        () ->
            bean(DeskViews.class).meant(new ReassignmentOrder(from, fromGroup, null, null, null)));
  }

  @POST
  @Path("reassignments")
  public void reassign(String body) {
    act(() -> bean(Reassignments.class).reassign(read(body, ReassignmentOrder.class)));
  }
}
