package io.blendify.api.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The accounts that a person has connected. */
@Controller("/v1/connections")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "connections")
class ConnectionController {

  private final OwnConnections connections;
  private final SignIns signIns;

  ConnectionController(OwnConnections connections, SignIns signIns) {
    this.connections = connections;
    this.signIns = signIns;
  }

  @Get
  @Operation(summary = "Connected accounts, and the providers that can be connected")
  @ApiResponse(responseCode = "200", description = "In the order in which they were connected")
  @ApiResponse(responseCode = "401", ref = "problem")
  ConnectionList list(SignedIn me) {
    return new ConnectionList(connections.of(me.userId()), signIns.providers());
  }

  @Delete("/{provider}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Disconnect an account",
      description = "Erases everything that came from this provider, at once and for good.")
  @ApiResponse(responseCode = "204", description = "Nothing from this provider is left")
  @ApiResponse(responseCode = "401", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  void disconnect(SignedIn me, String provider) {
    connections.disconnect(me.userId(), provider);
  }

  /**
   * @param providers those that can be connected here
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ConnectionList(List<ConnectionView> items, List<String> providers) {}
}
