from django.urls import path

from portal.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("post/", views.post, name="post"),
    path("post/<str:name>/<int:number>/", views.mail, name="mail"),
    path("post/<str:name>/<int:number>/opmaak/", views.mail_as_drawn, name="mail_as_drawn"),
]
