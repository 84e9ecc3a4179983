from django.urls import path

from mentoring.alumni.views import barriers, inviting, network, questions

urlpatterns = [
    path("mijn/netwerk/", network.networks, name="networks"),
    path("mijn/netwerk/<uuid:key>/", network.one, name="network"),
    path("mijn/netwerk/<uuid:key>/naam/", network.join, name="network_join"),
    path("mijn/netwerk/<uuid:key>/weg/", network.leave, name="network_leave"),
    path("mijn/netwerk/<uuid:key>/<uuid:member>/", network.member, name="network_member"),
    path("mijn/netwerk/vraag/<uuid:key>/", questions.question, name="network_question"),
    path("mijn/drempels/", barriers.own, name="barriers"),
    path("mijn/drempels/nieuw/<uuid:key>/", barriers.tell, name="barrier_tell"),
    path("mijn/drempels/<uuid:key>/", barriers.barrier, name="barrier"),
    path("mijn/drempels/<uuid:key>/weghalen/", barriers.take_away, name="barrier_take_away"),
    path("mijn/mentor/worden/<uuid:key>/", inviting.become, name="become_mentor"),
    path("kennis/drempels/<uuid:key>/", barriers.read, name="barrier_read"),
]
