from django.http import HttpResponse


def channel_list(request, **kwargs):
    return HttpResponse("")


def detail(request, **kwargs):
    return HttpResponse("")


def new_topic(request, **kwargs):
    return HttpResponse("")
