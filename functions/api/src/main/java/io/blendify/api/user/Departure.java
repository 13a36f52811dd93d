package io.blendify.api.user;

import io.blendify.api.blending.BlendRenewal;
import io.blendify.store.imports.UploadErasure;
import io.blendify.store.people.Users;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How a person goes. */
@Singleton
public final class Departure {

  /** Files that are deleted before the answer; the sweep deletes the rest. */
  private static final int UPLOADS = 20;

  private final Users users;
  private final UploadErasure uploads;
  private final BlendRenewal renewal;

  Departure(Users users, UploadErasure uploads, BlendRenewal renewal) {
    this.users = users;
    this.uploads = uploads;
    this.renewal = renewal;
  }

  /** Erases the person and all that is theirs; blends are made anew from who remains. */
  public void erase(UUID userId) {
    var blends = renewal.blendsOf(userId);
    users.erase(userId);
    uploads.run(UPLOADS);
    renewal.renew(blends);
  }
}
