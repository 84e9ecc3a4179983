from django.urls import path

from programmes.taking_part.desk import grids, group, participant

GROUP_DESK_URLS = [
    path("edities/<uuid:key>/groep/", group.group, name="desk_group"),
    path("edities/<uuid:key>/groep/plannen/", group.plan, name="desk_group_plan"),
    path("edities/<uuid:key>/groep/materiaal/", group.add_material, name="desk_material_add"),
    path("edities/<uuid:key>/groep/stappen/", grids.phases, name="desk_phases"),
    path("edities/<uuid:key>/groep/afronden/", grids.completing, name="desk_completing"),
    path("groep/<uuid:key>/", group.meeting, name="desk_group_meeting"),
    path("groep/<uuid:key>/aanwezig/", grids.attendance, name="desk_attendance"),
    path("groep/<uuid:key>/afgelasten/", group.call_off, name="desk_group_meeting_call_off"),
    path("materiaal/<uuid:key>/weg/", group.remove_material, name="desk_material_remove"),
    path("contact/<uuid:key>/<slug:verb>/", participant.move_note, name="desk_contact_note"),
]
# Under a participant (desk_participations:…).
PARTICIPANT_URLS = [
    path("<uuid:key>/contact/", participant.write_note, name="contact"),
    path("<uuid:key>/bewijs/", participant.hand_out, name="certificate"),
]
