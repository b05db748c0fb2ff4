from django.http import HttpResponse


def reply(request, **kwargs):
    return HttpResponse("")


def edit(request, **kwargs):
    return HttpResponse("")
