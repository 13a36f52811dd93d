-- What every schema, table, column, view and function means. schema/README.md is made from these comments.
--
-- "Null" is said where a column can be null, and what it means there. Times are instants; SQL never asks the clock.

COMMENT ON SCHEMA catalog IS 'What things are: content-addressed, shared by all users, never updated.';
COMMENT ON SCHEMA history IS 'What people did: rows are added, never changed or removed. Only the erase functions delete.';
COMMENT ON SCHEMA taste IS 'Derived from history; may be rebuilt at any time.';
COMMENT ON SCHEMA public IS 'What readers see: the reading views, and the plain tables of people, syncs and blends.';

-- catalog

COMMENT ON TABLE catalog.items IS 'Identity of one thing at one provider. Grows with what users have that nobody had before.';
COMMENT ON COLUMN catalog.items.id IS 'Our number for it.';
COMMENT ON COLUMN catalog.items.provider IS 'Who names it: spotify, file, …';
COMMENT ON COLUMN catalog.items.kind IS 'track, episode, artist, album or playlist.';
COMMENT ON COLUMN catalog.items.provider_item_id IS 'The provider''s own id, always text; of a local file its uri.';

COMMENT ON TABLE catalog.item_versions IS 'One description of an item, stored once however many people have it. A new row only when the content hash is new; popularity, follower counts and markets are left out of the hash.';
COMMENT ON COLUMN catalog.item_versions.id IS 'What history refers to.';
COMMENT ON COLUMN catalog.item_versions.item_id IS 'The item described.';
COMMENT ON COLUMN catalog.item_versions.content_hash IS 'SHA-256 (32 bytes) of the canonical description, made by the provider package.';
COMMENT ON COLUMN catalog.item_versions.name IS 'Title or name; empty where the provider sent none.';
COMMENT ON COLUMN catalog.item_versions.artist_name IS 'All artists as one line, "A, B"; null where none is named, and for artists and playlists.';
COMMENT ON COLUMN catalog.item_versions.artist_ids IS 'The artists'' provider ids in the provider''s order, null elements where one has no id; null where not applicable.';
COMMENT ON COLUMN catalog.item_versions.artist_names IS 'The artists'' names, parallel to artist_ids; null where not applicable.';
COMMENT ON COLUMN catalog.item_versions.album_id IS 'Of a track: the provider''s album id; null where unknown.';
COMMENT ON COLUMN catalog.item_versions.album_name IS 'Of a track: its album (of an episode: its show); null where unknown.';
COMMENT ON COLUMN catalog.item_versions.image_url IS 'URL of the largest image: album art, portrait or cover; null where there is none.';
COMMENT ON COLUMN catalog.item_versions.duration_ms IS 'Milliseconds, positive; null where unknown.';
COMMENT ON COLUMN catalog.item_versions.isrc IS 'International Standard Recording Code, upper case without hyphens; null where the provider has none.';
COMMENT ON COLUMN catalog.item_versions.explicit IS 'Whether the provider marks it explicit; null where it does not say.';
COMMENT ON COLUMN catalog.item_versions.genres IS 'The provider''s words; null where it does not say, which is not the same as none.';
COMMENT ON COLUMN catalog.item_versions.release_date IS 'As the provider writes it: a year, a year and month, or a day; null where unknown.';
COMMENT ON COLUMN catalog.item_versions.album_type IS 'The provider''s word: album, single, compilation; null for what is no album.';
COMMENT ON COLUMN catalog.item_versions.total_tracks IS 'How many tracks an album or playlist says it has; null where withheld.';
COMMENT ON COLUMN catalog.item_versions.description IS 'Of a playlist; null where there is none.';
COMMENT ON COLUMN catalog.item_versions.is_public IS 'Of a playlist; null where the provider does not say.';
COMMENT ON COLUMN catalog.item_versions.owner_id IS 'Of a playlist: its owner''s account id at the provider; null where unknown.';
COMMENT ON COLUMN catalog.item_versions.owner_name IS 'Of a playlist: its owner''s name; null where unknown.';
COMMENT ON COLUMN catalog.item_versions.url IS 'Its page at the provider; null where there is none.';
COMMENT ON COLUMN catalog.item_versions.metadata IS 'The provider''s full JSON object, as first seen with this content.';
COMMENT ON COLUMN catalog.item_versions.first_seen_at IS 'When it was first observed.';

COMMENT ON TABLE catalog.popularity IS 'What drifts by itself. A row only when it differs from the newest one known.';
COMMENT ON COLUMN catalog.popularity.item_id IS 'The item measured.';
COMMENT ON COLUMN catalog.popularity.observed_at IS 'From when on it was so.';
COMMENT ON COLUMN catalog.popularity.popularity IS '0 to 100, by the provider''s measure; null where it does not say.';
COMMENT ON COLUMN catalog.popularity.follower_count IS 'Followers; null where the provider does not say.';

COMMENT ON TABLE catalog.recordings IS 'One recorded performance, the same across providers.';
COMMENT ON COLUMN catalog.recordings.id IS 'Our number for it.';
COMMENT ON COLUMN catalog.recordings.created_at IS 'When it was first recognised.';
COMMENT ON TABLE catalog.recording_keys IS 'By what a recording is found again: its ISRC, or its normalised title and artists.';
COMMENT ON COLUMN catalog.recording_keys.key IS 'A kind and a value in one text.';
COMMENT ON COLUMN catalog.recording_keys.recording_id IS 'The recording that it leads to; a key may lead to several.';
COMMENT ON COLUMN catalog.recording_keys.duration_ms IS 'Milliseconds, to tell apart what shares a key; null where unknown.';
COMMENT ON TABLE catalog.recording_evidence IS 'Why an item is taken for a recording. Weaker evidence never removes stronger; the newest version of the rules holds.';
COMMENT ON COLUMN catalog.recording_evidence.id IS 'Order of insertion.';
COMMENT ON COLUMN catalog.recording_evidence.item_id IS 'The item.';
COMMENT ON COLUMN catalog.recording_evidence.recording_id IS 'What it is a copy of.';
COMMENT ON COLUMN catalog.recording_evidence.rule IS 'isrc, title, or new where nothing matched.';
COMMENT ON COLUMN catalog.recording_evidence.inputs IS 'What the rule looked at, as a JSON object.';
COMMENT ON COLUMN catalog.recording_evidence.confidence IS 'Above 0, at most 1.';
COMMENT ON COLUMN catalog.recording_evidence.version IS 'Version of the rules.';
COMMENT ON COLUMN catalog.recording_evidence.created_at IS 'When it was found.';

COMMENT ON TABLE catalog.recording_merges IS 'Recordings that an ISRC showed to be one. Whoever compares recordings takes the lowest number that one became, up to a mark that is kept with the result.';
COMMENT ON COLUMN catalog.recording_merges.id IS 'Order of insertion: the mark.';
COMMENT ON COLUMN catalog.recording_merges.recording_id IS 'The recording that is not counted by itself any more.';
COMMENT ON COLUMN catalog.recording_merges.into_id IS 'What it became; always a lower number.';
COMMENT ON COLUMN catalog.recording_merges.isrc IS 'What showed it.';
COMMENT ON COLUMN catalog.recording_merges.created_at IS 'When.';

-- history

COMMENT ON TABLE history.lists IS 'One row is one version of a whole ordered list, appended only when its content differs from the newest row. State at T: the newest row with observed_at <= T.';
COMMENT ON COLUMN history.lists.id IS 'Order of insertion.';
COMMENT ON COLUMN history.lists.user_id IS 'Whose.';
COMMENT ON COLUMN history.lists.provider IS 'Through which the fact came: spotify, file, …';
COMMENT ON COLUMN history.lists.resource IS 'top_tracks, top_artists, playlist_tracks, or recently_played without times.';
COMMENT ON COLUMN history.lists.list_key IS 'Which list: short_term, medium_term or long_term of top lists, the playlist''s provider id, else empty.';
COMMENT ON COLUMN history.lists.version_ids IS 'Item versions in order, from place 1; a null element is a place whose item is not available. Checked by who writes, not by a foreign key.';
COMMENT ON COLUMN history.lists.added_at IS 'Parallel to version_ids: when each was added; null, or null elements, where the provider does not say.';
COMMENT ON COLUMN history.lists.added_by IS 'Parallel to version_ids: account id of who added each; null, or null elements, where the provider does not say.';
COMMENT ON COLUMN history.lists.provider_version IS 'The provider''s name for this state (snapshot id); null where it has none.';
COMMENT ON COLUMN history.lists.content_hash IS 'SHA-256 (32 bytes) over the entries'' content hashes, added_at and added_by.';
COMMENT ON COLUMN history.lists.observed_at IS 'The start of the run that saw it; the same for all rows of a job, stable over retries.';
COMMENT ON COLUMN history.lists.job_id IS 'The run. Its row in sync_jobs may be gone.';

COMMENT ON TABLE history.memberships IS 'One row is one item added to, changed in or removed from one set. State at T: each item''s last row with observed_at <= T, present unless removed.';
COMMENT ON COLUMN history.memberships.id IS 'Order of insertion.';
COMMENT ON COLUMN history.memberships.user_id IS 'Whose.';
COMMENT ON COLUMN history.memberships.provider IS 'Through which the fact came.';
COMMENT ON COLUMN history.memberships.resource IS 'saved_tracks, saved_albums, followed_artists or playlists.';
COMMENT ON COLUMN history.memberships.item_id IS 'The member.';
COMMENT ON COLUMN history.memberships.version_id IS 'How it was described then; of this item.';
COMMENT ON COLUMN history.memberships.action IS 'added, changed (another version of the item, or another member_since) or removed. Only a complete full run removes.';
COMMENT ON COLUMN history.memberships.member_since IS 'When it became one, by the provider; null where it does not say.';
COMMENT ON COLUMN history.memberships.observed_at IS 'The start of the run that saw it.';
COMMENT ON COLUMN history.memberships.job_id IS 'The run. Its row in sync_jobs may be gone.';

COMMENT ON TABLE history.plays IS 'One row is one play. The natural key makes repeated fetches and imports harmless.';
COMMENT ON COLUMN history.plays.id IS 'Order of insertion.';
COMMENT ON COLUMN history.plays.user_id IS 'Who listened.';
COMMENT ON COLUMN history.plays.provider IS 'Through which the fact came.';
COMMENT ON COLUMN history.plays.played_at IS 'As the source stamps it.';
COMMENT ON COLUMN history.plays.item_id IS 'What was played.';
COMMENT ON COLUMN history.plays.version_id IS 'How it was described then; of this item.';
COMMENT ON COLUMN history.plays.ms_played IS 'How long it ran, milliseconds; null where the source does not say.';
COMMENT ON COLUMN history.plays.context_uri IS 'What it was played from; null where the source does not say.';
COMMENT ON COLUMN history.plays.observed_at IS 'The start of the run that saw it.';
COMMENT ON COLUMN history.plays.job_id IS 'The run. Its row in sync_jobs may be gone.';

-- public: people

COMMENT ON TABLE users IS 'A person who uses this installation.';
COMMENT ON COLUMN users.id IS 'Made by us, says nothing.';
COMMENT ON COLUMN users.email IS 'Lower case; null where the person came through a provider that gave none.';
COMMENT ON COLUMN users.display_name IS 'How others see them.';
COMMENT ON COLUMN users.password_hash IS 'Argon2id; null where they sign in through a provider only.';
COMMENT ON COLUMN users.avatar_url IS 'URL of an image; null where there is none.';
COMMENT ON COLUMN users.role IS 'listener or operator.';
COMMENT ON COLUMN users.created_at IS 'When they joined.';
COMMENT ON COLUMN users.updated_at IS 'When the row last changed.';
COMMENT ON TABLE sessions IS 'A sign-in that can be revoked before its token expires.';
COMMENT ON COLUMN sessions.id IS 'Stands in the signed token.';
COMMENT ON COLUMN sessions.user_id IS 'Who signed in.';
COMMENT ON COLUMN sessions.created_at IS 'When.';
COMMENT ON COLUMN sessions.expires_at IS 'Until when the token is accepted.';
COMMENT ON COLUMN sessions.revoked_at IS 'When it was signed out; null while it holds.';

COMMENT ON TABLE provider_connections IS 'A user''s account at a provider. Tokens are sealed with AEAD, bound to user and provider.';
COMMENT ON COLUMN provider_connections.id IS 'Made by us.';
COMMENT ON COLUMN provider_connections.user_id IS 'Whose.';
COMMENT ON COLUMN provider_connections.provider IS 'spotify, file, …';
COMMENT ON COLUMN provider_connections.provider_user_id IS 'The account that signed in; one account belongs to one user.';
COMMENT ON COLUMN provider_connections.provider_user_name IS 'Its name there; null where there is none.';
COMMENT ON COLUMN provider_connections.owner_id IS 'How that account is named as owner of playlists; null where the provider has no such name.';
COMMENT ON COLUMN provider_connections.access_token_encrypted IS 'Sealed; null where the provider needs none.';
COMMENT ON COLUMN provider_connections.refresh_token_encrypted IS 'Sealed; null where there is none.';
COMMENT ON COLUMN provider_connections.token_expires_at IS 'When the access token ends; null where it does not.';
COMMENT ON COLUMN provider_connections.token_version IS 'Counts refreshes: who read an older one does not overwrite a newer.';
COMMENT ON COLUMN provider_connections.refresh_lease_until IS 'Until when one worker alone refreshes the token; null where none does.';
COMMENT ON COLUMN provider_connections.scopes IS 'What the person granted.';
COMMENT ON COLUMN provider_connections.status IS 'active, reconnect_required or disabled.';
COMMENT ON COLUMN provider_connections.status_detail IS 'Why it is not active, for the person; null where it is.';
COMMENT ON COLUMN provider_connections.consented_at IS 'When the person last agreed at the provider.';
COMMENT ON COLUMN provider_connections.consent_expires_at IS 'When that ends by the provider''s rules; null where it does not.';
COMMENT ON COLUMN provider_connections.created_at IS 'When it was first connected.';
COMMENT ON COLUMN provider_connections.updated_at IS 'When the row last changed.';

COMMENT ON TABLE connect_attempts IS 'Somebody is on their way to a provider''s consent page and back. Used once, gone after.';
COMMENT ON COLUMN connect_attempts.state_hash IS 'SHA-256 of the state parameter.';
COMMENT ON COLUMN connect_attempts.provider IS 'Where to.';
COMMENT ON COLUMN connect_attempts.user_id IS 'Who is signed in; null for somebody who signs up this way.';
COMMENT ON COLUMN connect_attempts.browser_hash IS 'SHA-256 of the cookie that binds the attempt to one browser.';
COMMENT ON COLUMN connect_attempts.code_verifier_encrypted IS 'PKCE verifier, sealed.';
COMMENT ON COLUMN connect_attempts.return_to IS 'Path on our own site to go on to.';
COMMENT ON COLUMN connect_attempts.created_at IS 'When it began.';
COMMENT ON COLUMN connect_attempts.expires_at IS 'After this it is refused.';

COMMENT ON TABLE provider_terms IS 'What each provider''s terms allow; the operator sets it. No row: everything as the defaults.';
COMMENT ON COLUMN provider_terms.provider IS 'The provider.';
COMMENT ON COLUMN provider_terms.may_score IS 'Whether its data may enter a score.';
COMMENT ON COLUMN provider_terms.may_mix IS 'Whether its tracks may stand beside those of others.';
COMMENT ON COLUMN provider_terms.retention_days IS 'How long its data may be kept, days; null for as long as connected.';
COMMENT ON COLUMN provider_terms.purge_on_disconnect IS 'Whether disconnecting erases its data.';

-- public: sync

COMMENT ON TABLE sync_jobs IS 'One fetch of one listing (connection, resource, list_key). At most one is open for each listing.';
COMMENT ON COLUMN sync_jobs.id IS 'What the message on the queue carries.';
COMMENT ON COLUMN sync_jobs.user_id IS 'Whose.';
COMMENT ON COLUMN sync_jobs.connection_id IS 'The account it reads.';
COMMENT ON COLUMN sync_jobs.provider IS 'Of the connection; names the queue.';
COMMENT ON COLUMN sync_jobs.resource IS 'What it reads, or import.';
COMMENT ON COLUMN sync_jobs.list_key IS 'Time range, playlist id or import id; else empty.';
COMMENT ON COLUMN sync_jobs.trigger IS 'person, schedule or import.';
COMMENT ON COLUMN sync_jobs.status IS 'pending, running, completed, failed or parked.';
COMMENT ON COLUMN sync_jobs.parameters IS 'A JSON object: of playlist tracks the version to be read.';
COMMENT ON COLUMN sync_jobs.cursor IS 'Where to go on; null at the start.';
COMMENT ON COLUMN sync_jobs.items_done IS 'Entries read so far.';
COMMENT ON COLUMN sync_jobs.items_total IS 'Entries there are; null where not known.';
COMMENT ON COLUMN sync_jobs.attempts IS 'How often it was claimed.';
COMMENT ON COLUMN sync_jobs.lease_owner IS 'Who works on it; null where nobody does.';
COMMENT ON COLUMN sync_jobs.lease_until IS 'After this it may be claimed again; null where nobody works on it.';
COMMENT ON COLUMN sync_jobs.not_before IS 'Not to be started earlier.';
COMMENT ON COLUMN sync_jobs.sent_at IS 'When its message was last sent; null where it never was, and the sweep sends it.';
COMMENT ON COLUMN sync_jobs.observed_at IS 'Start of the run, which its history rows carry; null before the first claim.';
COMMENT ON COLUMN sync_jobs.reason IS 'Why it is parked or failed (cooldown, throttled, withheld, …); null otherwise.';
COMMENT ON COLUMN sync_jobs.error IS 'The same for the operator, one line; null where nothing went wrong.';
COMMENT ON COLUMN sync_jobs.created_at IS 'When it was asked for.';
COMMENT ON COLUMN sync_jobs.started_at IS 'First claim; null before.';
COMMENT ON COLUMN sync_jobs.finished_at IS 'When it was completed or failed; null before.';
COMMENT ON COLUMN sync_jobs.updated_at IS 'When the row last changed.';

COMMENT ON TABLE sync_pages IS 'Entries of a listing that did not fit into one invocation, until the run is complete.';
COMMENT ON COLUMN sync_pages.job_id IS 'The run.';
COMMENT ON COLUMN sync_pages.place IS 'Place in the listing, from 1.';
COMMENT ON COLUMN sync_pages.item_id IS 'What stands there; null where it is not available.';
COMMENT ON COLUMN sync_pages.version_id IS 'How it was described; null where it is not available.';
COMMENT ON COLUMN sync_pages.since IS 'When it was added, saved or followed; null where the provider does not say.';
COMMENT ON COLUMN sync_pages.added_by IS 'Account id of who added it; null where the provider does not say.';

COMMENT ON TABLE provider_sync_status IS 'How each listing of each connection stands.';
COMMENT ON COLUMN provider_sync_status.connection_id IS 'The account.';
COMMENT ON COLUMN provider_sync_status.resource IS 'What is listed.';
COMMENT ON COLUMN provider_sync_status.list_key IS 'Time range or playlist id; else empty.';
COMMENT ON COLUMN provider_sync_status.user_id IS 'Whose.';
COMMENT ON COLUMN provider_sync_status.provider IS 'Of the connection.';
COMMENT ON COLUMN provider_sync_status.last_complete_at IS 'Start of the last complete run; null before the first.';
COMMENT ON COLUMN provider_sync_status.last_full_at IS 'Start of the last run that read everything; null before the first.';
COMMENT ON COLUMN provider_sync_status.provider_version IS 'State of the content as last read (snapshot id); null where the provider has none.';
COMMENT ON COLUMN provider_sync_status.newest_play IS 'Of plays: the newest known; null before the first.';
COMMENT ON COLUMN provider_sync_status.next_due_at IS 'When the scheduler asks again; null where it does not.';
COMMENT ON COLUMN provider_sync_status.cooldown_until IS 'Until when a request is refused as too early; null where none is.';
COMMENT ON COLUMN provider_sync_status.reason IS 'Why it is not current (disabled, unsupported, reconnect_required, throttled, withheld, gone, …); null where it is.';
COMMENT ON COLUMN provider_sync_status.detail IS 'The same for the person, one sentence; null where it is current.';
COMMENT ON COLUMN provider_sync_status.failures IS 'Failed runs since the last complete one.';
COMMENT ON COLUMN provider_sync_status.items IS 'Entries of the last complete run; null before the first.';
COMMENT ON COLUMN provider_sync_status.gap_from IS 'Of plays: start of the newest span that the provider no longer had when asked; null where none is known.';
COMMENT ON COLUMN provider_sync_status.gap_until IS 'End of that span; null where none is known.';
COMMENT ON COLUMN provider_sync_status.updated_at IS 'When the row last changed.';

COMMENT ON TABLE provider_throttle IS 'The pace of one provider app, shared by all workers.';
COMMENT ON COLUMN provider_throttle.provider IS 'The provider.';
COMMENT ON COLUMN provider_throttle.not_before IS 'The whole app pauses until then; null where it does not.';
COMMENT ON COLUMN provider_throttle.reason IS 'Why it pauses; null where it does not.';
COMMENT ON COLUMN provider_throttle.next_slot_at IS 'When the next request may go out; null before the first.';
COMMENT ON COLUMN provider_throttle.updated_at IS 'When the row last changed.';

COMMENT ON TABLE imports IS 'A file that a person exported elsewhere and uploaded.';
COMMENT ON COLUMN imports.id IS 'Also the list_key of its job.';
COMMENT ON COLUMN imports.user_id IS 'Whose.';
COMMENT ON COLUMN imports.job_id IS 'The job that reads it; null until the file is there.';
COMMENT ON COLUMN imports.file_name IS 'As the person''s computer names it.';
COMMENT ON COLUMN imports.size_bytes IS 'Bytes.';
COMMENT ON COLUMN imports.object_key IS 'Where it lies in the upload store.';
COMMENT ON COLUMN imports.status IS 'waiting_for_file, queued, checking, importing, completed, refused or failed.';
COMMENT ON COLUMN imports.format IS 'What it was recognised as; null until then.';
COMMENT ON COLUMN imports.bytes_read IS 'Progress, bytes.';
COMMENT ON COLUMN imports.problem IS 'A stable word for why it was refused or failed; null otherwise.';
COMMENT ON COLUMN imports.detail IS 'The same for the person, one sentence; null otherwise.';
COMMENT ON COLUMN imports.taken IS 'Entries taken from the file, by resource: a JSON object of counts.';
COMMENT ON COLUMN imports.added IS 'Of these, what was new, by resource: a JSON object of counts.';
COMMENT ON COLUMN imports.skipped IS 'What was left out: a JSON array of reason, count and the first places.';
COMMENT ON COLUMN imports.created_at IS 'When the upload was announced.';
COMMENT ON COLUMN imports.finished_at IS 'When it was completed, refused or failed; null before.';
COMMENT ON COLUMN imports.updated_at IS 'When the row last changed.';

-- public: blends

COMMENT ON TABLE blends IS 'A playlist for several people, and how well their tastes match.';
COMMENT ON COLUMN blends.id IS 'Made by us.';
COMMENT ON COLUMN blends.name IS 'Given by its creator.';
COMMENT ON COLUMN blends.description IS 'Given by its creator; null where there is none.';
COMMENT ON COLUMN blends.created_by_user_id IS 'Who may change it. Passes to whoever joined next when its creator''s account is erased.';
COMMENT ON COLUMN blends.algorithm_type IS 'balanced, weighted or discovery.';
COMMENT ON COLUMN blends.algorithm_config IS 'Its settings, a JSON object.';
COMMENT ON COLUMN blends.total_tracks IS 'Tracks of the newest result.';
COMMENT ON COLUMN blends.is_public IS 'Whether anybody may read it.';
COMMENT ON COLUMN blends.created_at IS 'When it was made.';
COMMENT ON COLUMN blends.updated_at IS 'When the row last changed.';
COMMENT ON TABLE blend_participants IS 'Who takes part. Counted only while accepted and the newest consent is granted.';
COMMENT ON COLUMN blend_participants.id IS 'Made by us.';
COMMENT ON COLUMN blend_participants.blend_id IS 'In which blend.';
COMMENT ON COLUMN blend_participants.user_id IS 'Who.';
COMMENT ON COLUMN blend_participants.weight IS 'Share in a weighted blend, above 0, at most 10.';
COMMENT ON COLUMN blend_participants.status IS 'accepted or left.';
COMMENT ON COLUMN blend_participants.joined_at IS 'When they last accepted.';
COMMENT ON TABLE consents IS 'Append-only: what a person lets a blend use. The newest row holds.';
COMMENT ON COLUMN consents.id IS 'Order of decisions.';
COMMENT ON COLUMN consents.user_id IS 'Who decided.';
COMMENT ON COLUMN consents.blend_id IS 'For which blend.';
COMMENT ON COLUMN consents.resources IS 'What may be used: top_tracks, saved_tracks, …';
COMMENT ON COLUMN consents.granted IS 'False withdraws.';
COMMENT ON COLUMN consents.decided_at IS 'When.';
COMMENT ON TABLE invitations IS 'A link by which somebody may join a blend, once.';
COMMENT ON COLUMN invitations.id IS 'Made by us.';
COMMENT ON COLUMN invitations.blend_id IS 'To which blend.';
COMMENT ON COLUMN invitations.token_hash IS 'SHA-256 of the secret in the link.';
COMMENT ON COLUMN invitations.created_by_user_id IS 'Who invites.';
COMMENT ON COLUMN invitations.created_at IS 'When.';
COMMENT ON COLUMN invitations.expires_at IS 'After this it is refused.';
COMMENT ON COLUMN invitations.accepted_by_user_id IS 'Who took it; null while open.';
COMMENT ON COLUMN invitations.accepted_at IS 'When; null while open.';
COMMENT ON COLUMN invitations.revoked_at IS 'When it was taken back; null where it was not.';
COMMENT ON TABLE blend_refreshes IS 'One computation of a blend: what it was asked for, and from what it was computed, so that it can be computed again.';
COMMENT ON COLUMN blend_refreshes.id IS 'What the message on the queue carries.';
COMMENT ON COLUMN blend_refreshes.blend_id IS 'Which blend.';
COMMENT ON COLUMN blend_refreshes.status IS 'How far it is; a completed one has tracks and a score.';
COMMENT ON COLUMN blend_refreshes.seed IS 'All chance in it comes from this.';
COMMENT ON COLUMN blend_refreshes.inputs IS 'Participants, weights, consents and snapshot ids it was computed from, a JSON object; null before it ran.';
COMMENT ON COLUMN blend_refreshes.waiting_for IS 'Participants of whom nothing was known that may be used: it waits for them, or was computed without them.';
COMMENT ON COLUMN blend_refreshes.engine_version IS 'Version of the engine; null before it ran.';
COMMENT ON COLUMN blend_refreshes.attempts IS 'How often it was claimed.';
COMMENT ON COLUMN blend_refreshes.lease_until IS 'After this it may be claimed again; null where nobody works on it.';
COMMENT ON COLUMN blend_refreshes.sent_at IS 'When its message was last sent; null where it never was.';
COMMENT ON COLUMN blend_refreshes.error IS 'Why it failed, one line; null otherwise.';
COMMENT ON COLUMN blend_refreshes.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN blend_refreshes.finished_at IS 'When it ended; null before.';
COMMENT ON TABLE blend_tracks IS 'What a blend plays, with who brought it and why.';
COMMENT ON COLUMN blend_tracks.id IS 'Made by us.';
COMMENT ON COLUMN blend_tracks.blend_id IS 'Which blend.';
COMMENT ON COLUMN blend_tracks.refresh_id IS 'The computation that chose it.';
COMMENT ON COLUMN blend_tracks.track_id IS 'The provider''s id.';
COMMENT ON COLUMN blend_tracks.track_name IS 'Title.';
COMMENT ON COLUMN blend_tracks.artist_name IS 'All artists as one line; null where none is named.';
COMMENT ON COLUMN blend_tracks.album_name IS 'Null where unknown.';
COMMENT ON COLUMN blend_tracks.album_art_url IS 'URL of an image; null where there is none.';
COMMENT ON COLUMN blend_tracks.duration_ms IS 'Milliseconds; null where unknown.';
COMMENT ON COLUMN blend_tracks.position IS 'Place in the playlist, from 1.';
COMMENT ON COLUMN blend_tracks.source_provider IS 'Provider of track_id.';
COMMENT ON COLUMN blend_tracks.source_user_id IS 'Who brought it, or first among those who did; null where nobody of them did.';
COMMENT ON COLUMN blend_tracks.similarity_score IS 'How well it suits the group.';
COMMENT ON COLUMN blend_tracks.blend_metadata IS 'Why this track: contributors and reason, a JSON object.';
COMMENT ON COLUMN blend_tracks.created_at IS 'When it was chosen.';
COMMENT ON TABLE blend_scores IS 'Append-only: a blend''s score has a history. One row for each computation.';
COMMENT ON COLUMN blend_scores.id IS 'Made by us.';
COMMENT ON COLUMN blend_scores.blend_id IS 'Which blend.';
COMMENT ON COLUMN blend_scores.refresh_id IS 'The computation.';
COMMENT ON COLUMN blend_scores.score IS 'Of the group, 0 to 100.';
COMMENT ON COLUMN blend_scores.interval_low IS 'Lower end of the interval around it.';
COMMENT ON COLUMN blend_scores.interval_high IS 'Upper end.';
COMMENT ON COLUMN blend_scores.details IS 'Each pair''s score, the components and the evidence that adds up to them, a JSON object.';
COMMENT ON COLUMN blend_scores.engine_version IS 'Version of the engine.';
COMMENT ON COLUMN blend_scores.created_at IS 'When it was computed.';

-- taste

COMMENT ON TABLE taste.profiles IS 'One person''s taste in one row, rebuilt after a sync, so that a blend reads one row for each participant.';
COMMENT ON COLUMN taste.profiles.user_id IS 'Whose.';
COMMENT ON COLUMN taste.profiles.version IS 'Version of how profiles are built.';
COMMENT ON COLUMN taste.profiles.inputs IS 'From which rows of history it was built, a JSON object.';
COMMENT ON COLUMN taste.profiles.profile IS 'The weighted artists, recordings and genres, a JSON object.';
COMMENT ON COLUMN taste.profiles.artist_keys IS 'The artists in it, as keys of taste.listeners.';
COMMENT ON COLUMN taste.profiles.recording_keys IS 'The recordings in it, likewise.';
COMMENT ON COLUMN taste.profiles.genre_keys IS 'The genres in it, likewise.';
COMMENT ON COLUMN taste.profiles.built_at IS 'When.';
COMMENT ON TABLE taste.listeners IS 'In how many people''s profiles an artist, a recording or a genre stands: what makes it rare.';
COMMENT ON COLUMN taste.listeners.kind IS 'artist, recording or genre.';
COMMENT ON COLUMN taste.listeners.key IS 'Which one.';
COMMENT ON COLUMN taste.listeners.edition IS 'From which edition of the background on.';
COMMENT ON COLUMN taste.listeners.listeners IS 'People.';
COMMENT ON TABLE taste.population IS 'The background that rarity and calibration are measured against.';
COMMENT ON COLUMN taste.population.edition IS 'Counts up; what a blend was computed against can be read back.';
COMMENT ON COLUMN taste.population.fingerprint IS 'Of the profiles counted: unchanged means nothing to count again.';
COMMENT ON COLUMN taste.population.people IS 'Profiles counted.';
COMMENT ON COLUMN taste.population.built_at IS 'When.';

-- The reading views: user_… holds every observation, current_user_… what holds now, history.observed_… the same as
-- user_… and until when each row held. A column means the same in all three.
DO $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    SELECT format('%s', v.oid::regclass) AS view_name, r.about, r.rows,
      CASE WHEN v.relname LIKE 'current%' THEN 'current' WHEN v.relname LIKE 'user%' THEN 'user' ELSE 'observed' END AS part
    FROM (VALUES
      ('top_tracks', 'Top tracks', 'one place of one version of a list (of each time range)'),
      ('top_artists', 'Top artists', 'one place of one version of a list (of each time range)'),
      ('recently_played', 'Plays', 'one play'),
      ('playlists', 'Playlists owned or followed', 'one playlist added or changed'),
      ('playlist_tracks', 'Contents of playlists', 'one place of one version of a playlist'),
      ('saved_tracks', 'Saved tracks', 'one track saved or changed'),
      ('saved_albums', 'Saved albums', 'one album saved or changed'),
      ('followed_artists', 'Followed artists', 'one artist followed or changed')) AS r (resource, about, rows)
    JOIN pg_class v ON v.relkind = 'v'
      AND v.relname IN ('observed_' || r.resource, 'user_' || r.resource, 'current_user_' || r.resource)
  LOOP
    EXECUTE format('COMMENT ON VIEW %s IS %L', entry.view_name, CASE entry.part
      WHEN 'user' THEN entry.about || ', as ever observed: one row is ' || entry.rows || '.'
      WHEN 'current' THEN entry.about || ', as they are now: the rows of the view without current_ that still hold.'
      ELSE entry.about || ', as ever observed; what the reading views are made from.' END);
  END LOOP;

  FOR entry IN
    SELECT DISTINCT ON (v.oid, a.attnum) format('%s', v.oid::regclass) AS view_name, a.attname, c.meaning
    FROM (VALUES
      ('', 'id', 'Unique in its view, the same at every reading.'),
      ('', 'user_id', 'Whose.'),
      ('', 'provider', 'Through which the fact came: spotify, file, …'),
      ('', 'track_id', 'The provider''s id of the track.'),
      ('', 'track_name', 'Title.'),
      ('', 'artist_name', 'All artists as one line, "A, B"; null where none is named.'),
      ('artists', 'artist_name', 'The artist''s name.'),
      ('', 'album_name', 'Null where unknown.'),
      ('albums', 'album_name', 'The album''s name.'),
      ('', 'album_art_url', 'URL of the largest image; null where there is none.'),
      ('', 'duration_ms', 'Milliseconds, positive; null where unknown.'),
      ('', 'isrc', 'Upper case without hyphens; null where the provider has none.'),
      ('', 'time_range', 'short_term, medium_term or long_term.'),
      ('', 'rank', 'Place in the list, from 1. A place whose item is not available has no row.'),
      ('', 'artist_id', 'The provider''s id of the artist.'),
      ('', 'image_url', 'URL of the largest image; null where there is none.'),
      ('', 'genres', 'The provider''s words; null where it does not say, which is not the same as none.'),
      ('', 'popularity', '0 to 100, as it was when observed; null where the provider does not say.'),
      ('', 'follower_count', 'Followers, as it was when observed; null where the provider does not say.'),
      ('', 'played_at', 'When it was played, as the source stamps it.'),
      ('', 'playlist_id', 'The provider''s id of the playlist.'),
      ('', 'playlist_name', 'The playlist''s name.'),
      ('', 'description', 'Null where there is none.'),
      ('', 'track_count', 'Tracks that the playlist says it has; null where withheld.'),
      ('', 'is_public', 'Null where the provider does not say.'),
      ('', 'is_owner', 'Whether it is the user''s own; null where its owner or the connection is not known.'),
      ('', 'owner_name', 'Null where unknown.'),
      ('', 'playlist_url', 'Its page at the provider; null where there is none.'),
      ('', 'added_at', 'When it was added; null where the provider does not say.'),
      ('', 'added_by', 'Account id of who added it; null where the provider does not say.'),
      ('', 'track_position', 'Place in the playlist, from 1. A place whose item is not available has no row.'),
      ('', 'saved_at', 'When it was saved; null where the provider does not say.'),
      ('', 'album_id', 'The provider''s id of the album.'),
      ('', 'release_date', 'As the provider writes it: a year, a year and month, or a day; null where unknown.'),
      ('', 'total_tracks', 'Tracks on the album; null where unknown.'),
      ('', 'album_type', 'The provider''s word: album, single, compilation; null where unknown.'),
      ('', 'artist_url', 'The artist''s page at the provider; null where there is none.'),
      ('', 'track_metadata', 'The provider''s full JSON object of the track.'),
      ('', 'artist_metadata', 'The provider''s full JSON object of the artist.'),
      ('', 'album_metadata', 'The provider''s full JSON object of the album.'),
      ('', 'playlist_metadata', 'The provider''s full JSON object of the playlist.'),
      ('', 'fetched_at', 'When this was first observed: the start of the sync that saw it.'),
      ('', 'superseded_at', 'When a newer observation took its place; null while it holds.')) AS c (views, column_name, meaning)
    JOIN pg_attribute a ON a.attname = c.column_name AND a.attnum > 0
    JOIN pg_class v ON v.oid = a.attrelid AND v.relkind = 'v' AND v.relname LIKE '%' || c.views
      AND (v.relname LIKE 'observed\_%' OR v.relname LIKE 'user\_%' OR v.relname LIKE 'current\_user\_%')
      AND v.relnamespace IN ('public'::regnamespace, 'history'::regnamespace)
    ORDER BY v.oid, a.attnum, length(c.views) DESC
  LOOP
    EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', entry.view_name, entry.attname, entry.meaning);
  END LOOP;

  FOR entry IN
    SELECT p.oid::regprocedure AS signature, left(p.proname, -length('_as_of')) AS view_name
    FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'user\_%\_as\_of'
  LOOP
    EXECUTE format('COMMENT ON FUNCTION %s IS %L', entry.signature, CASE entry.view_name
      WHEN 'user_recently_played' THEN 'Rows of user_recently_played: what the user had played by that moment.'
      ELSE 'Rows of ' || entry.view_name || ' that held for that user at that moment.' END);
  END LOOP;
END
$$;

COMMENT ON FUNCTION sync_entries(uuid, integer[], bigint[], bigint[], timestamptz[], text[], text[]) IS
  'A run''s entries: those kept from its earlier invocations, and those that the last one still holds.';
COMMENT ON FUNCTION refuse_change() IS
  'Refuses UPDATE, DELETE and TRUNCATE, whoever asks; only blendify_eraser may delete.';
COMMENT ON FUNCTION catalog.is_private(text, text, text) IS
  'Whether an item says something about one person: a playlist, a local file, what an uploaded file named.';
COMMENT ON FUNCTION history.private_items_of(uuid, text) IS
  'The private items in a person''s history, through one provider, or through all where it is null.';
COMMENT ON FUNCTION catalog.erase_unheld(bigint[]) IS
  'Of these items, erases those that nobody''s history holds, with all that is known of them.';
COMMENT ON FUNCTION erase_blend_results_of(uuid) IS
  'Erases every computation of a blend that a person''s data went into: tracks, score, inputs.';
COMMENT ON FUNCTION erase_blend_rows(uuid[]) IS 'Erases blends and all that belongs to them.';
COMMENT ON FUNCTION erase_provider_rows(uuid, text) IS
  'What erase_provider_data does; with null for the provider, for all of them.';
COMMENT ON FUNCTION erase_user_rows(uuid) IS 'What erase_user does.';

-- These belong to the eraser.
SET LOCAL ROLE blendify_eraser;
COMMENT ON FUNCTION erase_user(uuid) IS
  'Erases everything about a person. Blends of theirs that others take part in pass on; results that their data went into go. Answers rows by table.';
COMMENT ON FUNCTION erase_provider_data(uuid, text) IS
  'Erases what came from one of a person''s providers, the connection included, and what was computed from it. Answers rows by table.';
COMMENT ON FUNCTION erase_blend(uuid) IS 'Erases a blend and all that belongs to it. Answers rows by table.';
SET LOCAL ROLE blendify_owner;

COMMENT ON VIEW taste.consenting_people IS 'Who takes part in a blend and consents to it now; nobody else is counted.';
COMMENT ON COLUMN taste.consenting_people.user_id IS 'Who.';
