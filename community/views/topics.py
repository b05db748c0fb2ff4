from django.http import HttpResponse


def detail(request, **kwargs):
    return HttpResponse("")


def events(request, **kwargs):
    return HttpResponse("")


def label(request, **kwargs):
    return HttpResponse("")


def read(request, **kwargs):
    return HttpResponse("")
